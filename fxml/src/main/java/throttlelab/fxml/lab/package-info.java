/// What all tabs share: the loaded model, its prompts and baselines, the run that goes on, and the pulse that lets views
/// look at it.
package throttlelab.fxml.lab;
