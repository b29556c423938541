package throttlelab.engine.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;

/// Computes the digest of a document while it is read by somebody who will say where in it the digest stands. For that,
/// hashing stays two blocks behind reading.
final class SelfDigestInput extends FilterInputStream {

    private final Hasher hasher = new Hasher();
    private byte[] older = new byte[0];
    private byte[] newer = new byte[0];
    private long hashed;
    private Sha256 stated;

    SelfDigestInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// Reads whole blocks as long as there are any: a text of 64 digits, once it was read, is in the last two.
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.readNBytes(bytes, offset, length);
        if (count > 0) {
            hash(older);
            older = newer;
            newer = Arrays.copyOfRange(bytes, offset, offset + count);
        }
        return count == 0 ? -1 : count;
    }

    private void hash(byte[] block) {
        hasher.add(block, 0, block.length);
        hashed += block.length;
    }

    /// Says where the text with the digest begins, as soon as it was read.
    ///
    /// @param quote how many bytes come before its first quotation mark
    void digestAt(long quote) {
        byte[] recent = Arrays.copyOf(older, older.length + newer.length);
        System.arraycopy(newer, 0, recent, older.length, newer.length);
        SelfDigest.digits(recent, quote + 1 - hashed).ifPresent(at -> {
            stated = SelfDigest.stated(recent, at);
            Arrays.fill(recent, at, at + SelfDigest.ZEROS.length(), (byte) '0');
            older = Arrays.copyOf(recent, older.length);
            newer = Arrays.copyOfRange(recent, older.length, recent.length);
        });
    }

    /// The digest that the document carries, if it holds; asked for once all of it was read.
    Optional<Sha256> verified() {
        hash(older);
        hash(newer);
        return Optional.ofNullable(stated).filter(hasher.finish()::equals);
    }
}
