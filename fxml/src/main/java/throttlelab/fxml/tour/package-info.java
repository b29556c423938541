/// The tour of five steps for whoever opens the lab for the first time.
package throttlelab.fxml.tour;
