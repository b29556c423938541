/// Controls that more than one view shows: a control with its skin, fed with plain data.
package throttlelab.fxml.control;
