package throttlelab.fxml.lessons;

import java.util.List;

/// Evidence to be read.
///
/// @param summary where the log first differs, or that it does not
/// @param rows the lines of that stage
/// @param clues what is odd about them, a sentence each
record EvidenceTable(String summary, List<Row> rows, List<String> clues) {

    /// A line of the log.
    ///
    /// @param slot its slot
    /// @param worker who that is
    /// @param address the address that locked it
    /// @param addressRight whether that is the expected one
    /// @param checksum the checksum
    /// @param checksumRight whether that is a sound federation's
    /// @param fits whether the checksum fits the numbers
    record Row(String slot, String worker, String address, boolean addressRight, String checksum, boolean checksumRight,
            String fits) {
    }
}
