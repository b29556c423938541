/// What is seen until the model is loaded, or why it could not be.
package throttlelab.fxml.loading;
