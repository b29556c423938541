package throttlelab.engine.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;

/// The seal in a file: where its digest stands, and its checks.
///
/// The digest is the SHA-256 of all bytes of the file with its own hex digits replaced by zeros.
public final class Seal {

    /// What stands in place of a digest until it is known.
    public static final String ZEROS = "0".repeat(2 * Sha256.BYTES);

    /// Hex digits of a check.
    public static final int CHECK_DIGITS = 2 * Integer.BYTES;

    /// More guesses than this are not tried: whoever changed so much did not slip.
    private static final int MOST_GUESSES = 256;

    private final byte[] bytes;
    private final byte[] read;
    private final int digestAt;
    private final List<Block> blocks;
    private final List<Blank> blanks;
    private final boolean displaced;

    /// A stretch that the checks take for zeros, because the seal itself stands there.
    ///
    /// @param from offset of its first byte
    /// @param to offset behind its last byte
    public record Blank(int from, int to) {
    }

    /// A seal without checks, of an older file.
    ///
    /// @param digestAt where the first of its 64 hex digits stands
    public Seal(byte[] bytes, int digestAt) {
        this(bytes, digestAt, List.of(), List.of(), false);
    }

    /// A seal.
    ///
    /// @param digestAt where the first of its 64 hex digits stands
    /// @param blocks what has checks
    /// @param blanks what the checks take for zeros
    /// @param displaced whether the blocks are only those that do not fit since lines were added or removed
    public Seal(byte[] bytes, int digestAt, List<Block> blocks, List<Blank> blanks, boolean displaced) {
        this.bytes = bytes;
        this.read = blanked(bytes, blanks);
        this.digestAt = digestAt;
        this.blocks = List.copyOf(blocks);
        this.blanks = List.copyOf(blanks);
        this.displaced = displaced;
    }

    /// The digest of `bytes` with the 64 digits at `digestAt` taken for zeros.
    public static Sha256 digest(byte[] bytes, int digestAt) {
        byte[] zeros = ZEROS.getBytes(StandardCharsets.US_ASCII);
        int after = digestAt + zeros.length;
        return new Hasher().add(bytes, 0, digestAt).add(zeros, 0, zeros.length).add(bytes, after, bytes.length - after)
                .finish();
    }

    /// Where 64 lower-case hex digits between quotes or blanks begin at `at`, if they do.
    public static OptionalInt digits(byte[] bytes, long at) {
        long end = at + ZEROS.length();
        if (at < 1 || end >= bytes.length) {
            return OptionalInt.empty();
        }
        for (int i = (int) at; i < end; i++) {
            if (!HexFormat.isHexDigit(bytes[i]) || Character.isUpperCase(bytes[i])) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) at);
    }

    /// Fills in the check of every block and then the digest.
    ///
    /// @param bytes has blanks for all of them; changed
    /// @param blanks what the checks take for zeros
    /// @return the digest
    public static Sha256 fill(byte[] bytes, int digestAt, List<Block> blocks, List<Blank> blanks) {
        byte[] read = blanked(bytes, blanks);
        for (Block block : blocks) {
            byte[] digits = HexFormat.of().toHexDigits(ByteError.crc(read, block.from(), block.to()))
                    .getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, bytes, block.statedAt(), digits.length);
        }
        Sha256 digest = digest(bytes, digestAt);
        write(bytes, digestAt, digest);
        return digest;
    }

    /// The number that 8 hex digits at `at` say; 0 if one of them is none, so that the check fails.
    public static int stated(byte[] bytes, int at) {
        try {
            return HexFormat.fromHexDigits(new String(bytes, at, CHECK_DIGITS, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /// Writes a digest where it belongs.
    public static void write(byte[] bytes, int digestAt, Sha256 digest) {
        byte[] digits = digest.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, bytes, digestAt, digits.length);
    }

    /// Whether it has checks, which tell where a change is.
    public boolean hasChecks() {
        return !blocks.isEmpty();
    }

    /// Whether the file is what was sealed, and if not, what was changed.
    public Examination examine() {
        Sha256 stated = Sha256.parse(new String(bytes, digestAt, ZEROS.length(), StandardCharsets.US_ASCII));
        Sha256 computed = digest(bytes, digestAt);
        List<Block> broken = displaced ? blocks
                : blocks.stream().filter(block -> crc(block) != block.stated()).toList();
        if (stated.equals(computed) || displaced || broken.isEmpty()) {
            return new Examination(stated, computed, List.of(), broken, displaced);
        }
        List<Change> changes = guess(broken, stated);
        return new Examination(stated, computed, changes, changes.isEmpty() ? broken : List.of(), false);
    }

    private int crc(Block block) {
        return ByteError.crc(read, block.from(), block.to());
    }

    private static byte[] blanked(byte[] bytes, List<Blank> blanks) {
        if (blanks.isEmpty()) {
            return bytes;
        }
        byte[] blanked = bytes.clone();
        blanks.forEach(blank -> Arrays.fill(blanked, blank.from(), blank.to(), (byte) '0'));
        return blanked;
    }

    /// The changes with which the digest holds: for each broken block either one byte of it, or its check.
    private List<Change> guess(List<Block> broken, Sha256 stated) {
        List<List<List<Change>>> choices = new ArrayList<>();
        long guesses = 1;
        for (Block block : broken) {
            List<List<Change>> explanations = explanations(block);
            choices.add(explanations);
            guesses *= explanations.size();
            if (guesses == 0 || guesses > MOST_GUESSES) {
                return List.of();
            }
        }
        for (int guess = 0; guess < guesses; guess++) {
            List<Change> changes = new ArrayList<>();
            int rest = guess;
            for (List<List<Change>> explanations : choices) {
                changes.addAll(explanations.get(rest % explanations.size()));
                rest /= explanations.size();
            }
            if (digestWith(changes).equals(stated)) {
                return changes;
            }
        }
        return List.of();
    }

    private List<List<Change>> explanations(Block block) {
        List<List<Change>> explanations = new ArrayList<>();
        for (ByteError error : ByteError.explaining(block.stated(), crc(block), block.from(), block.to())) {
            if (blanks.stream().noneMatch(blank -> error.at() >= blank.from() && error.at() < blank.to())) {
                explanations.add(List.of(new Change(error.at(), bytes[error.at()],
                        (byte) (bytes[error.at()] ^ error.error()))));
            }
        }
        if (block.statedAt() >= 0) {
            explanations.add(otherCheck(block));
        }
        return explanations;
    }

    private List<Change> otherCheck(Block block) {
        byte[] digits = HexFormat.of().toHexDigits(crc(block)).getBytes(StandardCharsets.US_ASCII);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < digits.length; i++) {
            if (bytes[block.statedAt() + i] != digits[i]) {
                changes.add(new Change(block.statedAt() + i, bytes[block.statedAt() + i], digits[i]));
            }
        }
        return changes;
    }

    private Sha256 digestWith(List<Change> changes) {
        changes.forEach(change -> bytes[change.at()] = change.said());
        try {
            return digest(bytes, digestAt);
        } finally {
            changes.forEach(change -> bytes[change.at()] = change.says());
        }
    }
}
