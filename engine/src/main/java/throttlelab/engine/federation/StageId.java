package throttlelab.engine.federation;

import throttlelab.engine.words.Sentence;

/// Which stage of a federation's life this is.
///
/// @param step number of the forward pass since the federation was opened, from 0
/// @param token index of the new token this step leads to, from 0; the steps that read the prompts lead to token 0
/// @param layer the layer, from 0; the number of layers for the output head
/// @param kind attention, experts or head
public record StageId(long step, int token, int layer, StageKind kind) {

    /// In words: "token 12, layer 3, experts", counted from 1.
    public Sentence words() {
        return kind == StageKind.HEAD ? Sentence.of("federation.stage-head", token + 1)
                : Sentence.of("federation.stage", token + 1, layer + 1, kind.words());
    }

    @Override
    public String toString() {
        return words().english();
    }
}
