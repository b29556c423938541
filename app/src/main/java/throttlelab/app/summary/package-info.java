/// Results as a person reads them at a terminal, the verdict first and then what it rests on; and as a program reads
/// them, where the engine has no file of its own for them.
package throttlelab.app.summary;
