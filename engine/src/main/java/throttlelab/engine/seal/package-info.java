/// How a file proves that it is what was written, and how a change in it is found.
///
/// A sealed file carries two things of itself. Its digest, a SHA-256, tells whether any byte was changed. Its checks, a
/// CRC32C for each line (or block), tell which line; and because a CRC is linear, one changed character is found by its
/// place and by what stood there before, which the digest then confirms.
///
/// A seal finds damage and careless edits. Whoever changes a file on purpose can seal it anew; against that stands the
/// replay.
package throttlelab.engine.seal;
