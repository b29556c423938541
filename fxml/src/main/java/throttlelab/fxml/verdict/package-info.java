/// The view "verdict": what the run's comparison with the baseline comes to, in one glance, and the measurements beside
/// it.
package throttlelab.fxml.verdict;
