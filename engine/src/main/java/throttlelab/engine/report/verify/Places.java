package throttlelab.engine.report.verify;

/// Names places in files of one kind.
interface Places {

    /// A place with what stands there in two versions of a file.
    ///
    /// @param name what it is called
    /// @param says what stands there
    /// @param said what stood there
    record Named(String name, String says, String said) {
    }

    /// The place of one byte.
    ///
    /// @param is the file as it is
    /// @param was the file as it was sealed
    Named changed(byte[] is, byte[] was, int offset);

    /// The place of some bytes, of which nobody knows what they were.
    Named damaged(byte[] is, int from, int to);
}
