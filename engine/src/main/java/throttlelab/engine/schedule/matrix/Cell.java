package throttlelab.engine.schedule.matrix;

import throttlelab.engine.words.Sentence;

/// How much is run for a row: the first prompts, and so many tokens after each.
///
/// @param prompts how many of the prompts
/// @param tokens how many tokens
/// @param batch how many prompts together
public record Cell(int prompts, int tokens, int batch) {

    Cell(int prompts, int tokens) {
        this(prompts, tokens, prompts);
    }

    /// In words: "10 prompts × 8 tokens, batch 10".
    Sentence words() {
        return Sentence.of("matrix.cell", prompts, tokens, batch);
    }

    @Override
    public String toString() {
        return words().english();
    }
}
