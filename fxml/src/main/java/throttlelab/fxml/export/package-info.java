/// Takes what the window shows out of it: reports on a result or a comparison, and pictures of views.
package throttlelab.fxml.export;
