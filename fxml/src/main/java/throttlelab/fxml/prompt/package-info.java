/// Chooses the prompt of the next run: one of those that were loaded, or one that a person types.
package throttlelab.fxml.prompt;
