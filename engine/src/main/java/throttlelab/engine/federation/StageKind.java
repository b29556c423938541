package throttlelab.engine.federation;

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
}
