/// The lanes of the workers through time.
package throttlelab.fxml.timeline;
