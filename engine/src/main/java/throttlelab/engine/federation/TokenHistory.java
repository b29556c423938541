package throttlelab.engine.federation;

import java.util.Arrays;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.TokenRows;

/// The running digest of all token ids of each sequence of a batch. Coordinator and workers keep one each.
///
/// The digest after a token is SHA-256(digest before ‖ token id), beginning with the digest of no bytes.
final class TokenHistory {

    private final Hasher hasher;
    private final Sha256 none;
    private Sha256[] running = new Sha256[0];
    private Sha256[] rowDigests = new Sha256[0];

    TokenHistory(Hasher hasher) {
        this.hasher = hasher;
        this.none = hasher.finish();
    }

    /// Begins a batch of `sequences` sequences without tokens.
    void begin(int sequences) {
        running = new Sha256[sequences];
        Arrays.fill(running, none);
    }

    /// Takes in the tokens of a step and gives the digest of all its rows: positions and running digests, in order.
    Sha256 advance(TokenRows rows) {
        if (rowDigests.length < rows.count()) {
            rowDigests = new Sha256[rows.count()];
        }
        for (int row = 0; row < rows.count(); row++) {
            int sequence = rows.sequences()[row];
            running[sequence] = hasher.add(running[sequence]).add(rows.tokens()[row]).finish();
            rowDigests[row] = running[sequence];
        }
        for (int row = 0; row < rows.count(); row++) {
            hasher.add(rows.positions()[row]).add(rowDigests[row]);
        }
        return hasher.finish();
    }

    /// The digest of some rows of the step last taken in.
    Sha256 select(TokenRows rows, int[] selected) {
        for (int row : selected) {
            hasher.add(rows.positions()[row]).add(rowDigests[row]);
        }
        return hasher.finish();
    }
}
