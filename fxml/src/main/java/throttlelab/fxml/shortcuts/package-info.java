/// The keys of the window: one list, from which both the handlers and the sheet that tells of them are made.
package throttlelab.fxml.shortcuts;
