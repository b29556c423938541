/// The engine of Throttle Lab: a federation of workers that run a language model together, and everything needed to
/// say what it computed and how fast. It knows no screen, no file dialog and no command line.
///
/// This package holds only what every room below shares: the errors that reach a person. It knows no room but `words`.
package throttlelab.engine;
