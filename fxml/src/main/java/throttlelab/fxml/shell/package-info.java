/// The window's frame: title, tabs, what is loaded, theme and size of text, and the keys.
package throttlelab.fxml.shell;
