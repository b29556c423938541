/// The tab "Lessons", and the guide that stands above the tab in which a lesson goes on.
package throttlelab.fxml.lessons;
