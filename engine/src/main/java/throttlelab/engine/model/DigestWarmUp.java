package throttlelab.engine.model;

import throttlelab.engine.digest.Hasher;

/// Digests nothing of interest until the just-in-time compiler has put the processor's own instructions for SHA-256 in
/// place of plain Java, which takes several times as long: a checkpoint's bytes all pass through it twice.
///
/// Small pieces, because the compiler counts calls and not bytes. Once it has been at it, all of them take a millisecond
/// or two.
final class DigestWarmUp {

    private static final int CALLS = 20_000;
    private static final int BYTES = 128;

    private DigestWarmUp() {
    }

    static void run() {
        Hasher hasher = new Hasher();
        byte[] bytes = new byte[BYTES];
        for (int call = 0; call < CALLS && !Thread.currentThread().isInterrupted(); call++) {
            hasher.add(bytes, 0, BYTES);
        }
        hasher.finish();
    }
}
