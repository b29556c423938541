package throttlelab.engine.federation;

import throttlelab.engine.words.Sentence;

/// The steps of the forward pass that need the work of others.
public enum StageKind {

    /// Attention of one layer.
    ATTENTION("attention"),

    /// The experts of one layer.
    EXPERTS("experts"),

    /// The output head.
    HEAD("head");

    private final String id;

    StageKind(String id) {
        this.id = id;
    }

    /// Its name in files and on screens.
    public String id() {
        return id;
    }

    /// What it is called in a sentence.
    public Sentence words() {
        return switch (this) {
            case ATTENTION -> Sentence.of("federation.attention");
            case EXPERTS -> Sentence.of("federation.experts");
            case HEAD -> Sentence.of("federation.head");
        };
    }
}
