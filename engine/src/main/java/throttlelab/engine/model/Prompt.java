package throttlelab.engine.model;

/// A text that is put to the model.
///
/// @param id its name in recordings and results, unique in its file
/// @param text as it was given, without a begin token; not empty
public record Prompt(String id, String text) {
}
