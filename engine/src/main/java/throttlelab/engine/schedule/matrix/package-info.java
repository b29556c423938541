/// The invariance matrix: one table of all that was varied and must not change a bit ([Matrix]), its file
/// ([MatrixFile]) and its pages ([MatrixPages]).
package throttlelab.engine.schedule.matrix;
