package throttlelab.engine.seal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;

/// Hashes what passes through it, and checks every line of it.
final class SealingOutput extends FilterOutputStream {

    private final Hasher hasher = new Hasher();
    private final CRC32C line = new CRC32C();
    private int[] checks = new int[256];
    private int lines;

    SealingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        hasher.add(bytes, offset, length);
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.update(bytes, from, i - from);
                ended();
                from = i + 1;
            }
        }
        line.update(bytes, from, offset + length - from);
        out.write(bytes, offset, length);
    }

    private void ended() {
        if (lines == checks.length) {
            checks = Arrays.copyOf(checks, 2 * lines);
        }
        checks[lines++] = (int) line.getValue();
        line.reset();
    }

    /// The CRC32C of each line that has ended.
    int[] checks() {
        return Arrays.copyOf(checks, lines);
    }

    /// The digest of what passed and of `end`.
    Sha256 digest(byte[] end) {
        return hasher.add(end, 0, end.length).finish();
    }
}
