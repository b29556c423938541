/// Tells of what went wrong: one sentence, details to copy, and the lab goes on.
package throttlelab.fxml.problem;
