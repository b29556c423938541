/// The tab "Bet 45": the pre-registered bet, run from the window, and what it comes to.
package throttlelab.fxml.bet;
