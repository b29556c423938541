/// Lessons: guided steps with a text, something to do, a prediction, and observations that tell whether what was promised
/// has happened. A lesson is a file in Markdown that anybody can write.
///
/// A step may run a federation with a [throttlelab.engine.federation.SeededDefect], and gather the [Evidence] that gives
/// it away. Nothing else in the program can.
package throttlelab.engine.lesson;
