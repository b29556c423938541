/// The sheet of settings: looks, language, and what the next start begins with.
package throttlelab.fxml.settings;
