/// Every text of the window itself, in one bundle, ready for translation. What the engine says is in a bundle of the same
/// manner in `throttlelab.engine.words`, and the window asks for it in [Texts#locale()].
package throttlelab.fxml.texts;
