/// What was seen: the streams of a run with all that is needed to judge them, the audit log, and their files. Streams
/// of other servers are read into the same shape. A recording is a fact; what differs between two of them is said in
/// the comparison room.
package throttlelab.engine.recording;
