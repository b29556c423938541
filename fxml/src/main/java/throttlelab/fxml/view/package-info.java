/// What views share with each other and with the window around them: loading of FXML files, file choosers, sheets, the
/// clipboard.
package throttlelab.fxml.view;
