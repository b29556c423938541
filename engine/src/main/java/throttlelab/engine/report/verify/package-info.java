/// Whether a report, a result or a recording is what it says: its seal, everything in it that follows from something
/// else in it, and the streams, run again.
package throttlelab.engine.report.verify;
