package throttlelab.engine.recording;

import throttlelab.engine.model.Prompt;

/// One prompt of a recording and the stream that came after it.
///
/// @param prompt the prompt
/// @param promptTokens its ids, begin token first; shared, not to be changed
/// @param stream what came
public record RecordedPrompt(Prompt prompt, int[] promptTokens, TokenStream stream) {

    /// The prompt's id.
    public String id() {
        return prompt.id();
    }
}
