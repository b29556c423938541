/// How the window looks: themes, the font that ships with it, the size of all text.
package throttlelab.fxml.theme;
