package throttlelab.engine.federation;

import throttlelab.engine.digest.Sha256;

/// Names for contributions where a benchmark leaves addresses and checksums out, to measure what they cost.
final class Unverified {

    private Unverified() {
    }

    static Sha256 address(StageId stage, int slot) {
        return new Sha256(stage.step(), stage.layer(), stage.kind().ordinal(), slot);
    }
}
