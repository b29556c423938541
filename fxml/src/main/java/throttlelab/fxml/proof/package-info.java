/// The tab "Proof": the invariance matrix, every order of arrival, and a search through seeded throttle profiles, run from the window.
package throttlelab.fxml.proof;
