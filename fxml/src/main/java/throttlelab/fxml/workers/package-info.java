/// The view "workers": eight rows with names, sliders, what each worker is doing and its share of the blame, and the
/// throttle profiles above them.
package throttlelab.fxml.workers;
