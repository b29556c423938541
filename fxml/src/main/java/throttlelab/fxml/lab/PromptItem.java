package throttlelab.fxml.lab;

/// A prompt that can be chosen.
///
/// @param id its id; "typed" for one that a person typed
/// @param text what it says
public record PromptItem(String id, String text) {

    /// The id of typed prompts.
    public static final String TYPED = "typed";

    /// Whether a person typed it, so that its baseline is made on the spot.
    public boolean typed() {
        return id.equals(TYPED);
    }

    @Override
    public String toString() {
        return id + "  " + text;
    }
}
