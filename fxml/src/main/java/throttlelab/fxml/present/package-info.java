/// Presentation: barrier, streams and verdict in large type, and a clicker that leads through scenes.
package throttlelab.fxml.present;
