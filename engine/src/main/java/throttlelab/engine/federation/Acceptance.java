package throttlelab.engine.federation;

/// What a barrier did with a contribution.
public enum Acceptance {

    /// It was the one its slot waited for, and locked it.
    LOCKED("locked"),

    /// Its slot had locked already.
    DUPLICATE("duplicate"),

    /// Its stage has passed.
    STALE("stale"),

    /// No stage of the run has asked for it.
    FOREIGN("foreign"),

    /// Its checksum does not fit its address and payload, or the payload has another size than the stage expects.
    CORRUPTED("corrupted");

    private final String id;

    Acceptance(String id) {
        this.id = id;
    }

    /// Its name in files and on screens.
    public String id() {
        return id;
    }
}
