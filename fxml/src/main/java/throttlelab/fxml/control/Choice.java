package throttlelab.fxml.control;

/// One of a few things to choose from.
///
/// @param id what it goes by
/// @param text what a person reads
/// @param help a sentence about it
public record Choice(String id, String text, String help) {

    @Override
    public String toString() {
        return text;
    }
}
