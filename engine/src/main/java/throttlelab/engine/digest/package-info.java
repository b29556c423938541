/// What identifies bytes: SHA-256 digests as values ([Sha256]) and CRC32C checksums over floats ([Checksum]).
package throttlelab.engine.digest;
