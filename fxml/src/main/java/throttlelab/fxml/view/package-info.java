/// Loading of FXML files: every view by name, every controller by a factory that knows it.
package throttlelab.fxml.view;
