/// Every text a person reads in the window, in one bundle, ready for translation.
package throttlelab.fxml.texts;
