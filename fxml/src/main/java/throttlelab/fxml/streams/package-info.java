/// The view "streams": the baseline, the run and its twin, token under token, with what differs marked.
///
/// Hundreds of tokens are drawn on a canvas of which only the visible part is ever painted.
package throttlelab.fxml.streams;
