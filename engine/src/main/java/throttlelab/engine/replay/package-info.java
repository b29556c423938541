/// Runs again what a recording describes, unthrottled and at full speed, to find out whether the bits are the same or
/// where two runs part.
package throttlelab.engine.replay;
