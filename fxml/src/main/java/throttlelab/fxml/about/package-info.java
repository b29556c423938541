/// What this program is made of: versions, the model, and the works of others.
package throttlelab.fxml.about;
