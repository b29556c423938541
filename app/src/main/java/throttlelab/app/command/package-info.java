/// The commands of the program: their options, what they print, and the exit codes they end with.
///
/// [CommandLineProgram] runs one of them inside the process that calls it; only [throttlelab.app.Main] ends the process.
package throttlelab.app.command;
