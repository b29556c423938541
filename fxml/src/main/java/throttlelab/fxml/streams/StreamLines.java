package throttlelab.fxml.streams;

/// Lines of tokens that belong under each other, growing at their ends. Asked for what is visible only.
public interface StreamLines {

    /// Lines without anything.
    StreamLines NONE = new StreamLines() {
        @Override
        public int lines() {
            return 0;
        }

        @Override
        public LineHead head(int line) {
            throw new IndexOutOfBoundsException(line);
        }

        @Override
        public int positions() {
            return 0;
        }

        @Override
        public int size(int line) {
            throw new IndexOutOfBoundsException(line);
        }

        @Override
        public StreamCell cell(int line, int position) {
            throw new IndexOutOfBoundsException(position);
        }
    };

    /// How many lines there are.
    int lines();

    /// What stands before a line.
    LineHead head(int line);

    /// How many tokens the longest line will have.
    int positions();

    /// How many tokens of a line have come.
    int size(int line);

    /// A token that has come.
    StreamCell cell(int line, int position);
}
