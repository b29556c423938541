/// The glossary: the words of the lab, each explained at every place where it stands.
package throttlelab.fxml.help;
