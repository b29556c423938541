/// Two files of streams side by side: a map of all positions, the list of them, how far apart they are, and where they
/// part for the first time.
package throttlelab.fxml.compare;
