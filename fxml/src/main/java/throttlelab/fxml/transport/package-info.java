/// The bar at the bottom: run, pause, step, stop, and how the next run is set up.
package throttlelab.fxml.transport;
