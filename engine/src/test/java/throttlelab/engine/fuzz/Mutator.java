package throttlelab.engine.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Damages files: one change each or a few, the same ones for the same seed.
public final class Mutator {

    private static final List<String> PIECES = List.of("null", "true", "NaN", "Infinity", "-Infinity", "{", "}", "[", "]",
            ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\udc00\\ud800", "\uFEFF", "\u2028", "\u0000", "\n", "\r\n", "\t",
            "//", "{}", "[]", "\"\"", "0", "-", "e", "\uD83D\uDE00");
    private static final List<String> NUMBERS = List.of("0", "-0", "-0.0", "-1", "1", "007", "1.5", ".5", "5.", "+1", "1e3",
            "1e400", "1e-400", "-1e999999999", "1e-999999999", "1e99999999999", "2147483647", "2147483648",
            "-2147483649", "9223372036854775808", "0.1e1", "-9999", "3.5e38", "255", "256", "8", "9",
            "1".repeat(900), "1".repeat(1_001));
    private static final int LONG = 5_000;
    private static final int VERY_LONG = 1_000_000;

    private final SplittableRandom random;
    private byte[] bytes;

    private Mutator(byte[] bytes, SplittableRandom random) {
        this.bytes = bytes;
        this.random = random;
    }

    /// A damaged copy of `sample`.
    ///
    /// @param other of which parts may be put in
    public static byte[] damaged(byte[] sample, byte[] other, long seed) {
        Mutator mutator = new Mutator(sample.clone(), new SplittableRandom(seed));
        int changes = mutator.random.nextBoolean() ? 1 : 2 + mutator.random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutator.change(other);
        }
        return mutator.bytes;
    }

    private void change(byte[] other) {
        switch (random.nextInt(14)) {
            case 0 -> flip();
            case 1 -> bytes = Arrays.copyOf(bytes, at());
            case 2 -> replace(at(), 1 + random.nextInt(40), new byte[0]);
            case 3 -> repeat();
            case 4 -> splice(other);
            case 5 -> replace(at(), 0, text(PIECES.get(random.nextInt(PIECES.size()))));
            case 6, 7, 8 -> number();
            case 9 -> repeatKey();
            case 10 -> nest();
            case 11 -> lengthen();
            case 12 -> replace(at(), 1, new byte[] {(byte) random.nextInt(256)});
            default -> encode();
        }
    }

    private void flip() {
        if (bytes.length > 0) {
            bytes[at()] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private void repeat() {
        int from = at();
        int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
        replace(from, 0, Arrays.copyOfRange(bytes, from, to));
    }

    private void splice(byte[] other) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(300));
        replace(at(), random.nextBoolean() ? 0 : to - from, Arrays.copyOfRange(other, from, to));
    }

    /// Puts another number in the place of one, or changes one of its digits.
    private void number() {
        int from = next(at(), "0123456789");
        if (from < 0) {
            return;
        }
        if (random.nextBoolean()) {
            bytes[from] = (byte) ('0' + random.nextInt(10));
            return;
        }
        int to = from;
        while (to < bytes.length && "0123456789.eE+-".indexOf(bytes[to]) >= 0) {
            to++;
        }
        int begin = from > 0 && bytes[from - 1] == '-' ? from - 1 : from;
        replace(begin, to - begin, text(NUMBERS.get(random.nextInt(NUMBERS.size()))));
    }

    /// Says a key twice, the second time with a value of its own.
    private void repeatKey() {
        int from = next(at(), "\"");
        int to = from < 0 ? -1 : next(from + 1, ":");
        if (to > 0 && to - from < 60) {
            byte[] key = Arrays.copyOfRange(bytes, from, to + 1);
            replace(from, 0, join(key, text(random.nextBoolean() ? " 1, " : " \"x\", ")));
        }
    }

    private void nest() {
        int depth = random.nextInt(20) == 0 ? VERY_LONG / 10 : random.nextInt(600);
        int at = Math.max(0, next(at(), "[{:,"));
        replace(at, 0, text((random.nextBoolean() ? "[" : "{\"a\":").repeat(depth)));
    }

    private void lengthen() {
        int at = next(at(), "\"");
        if (at >= 0) {
            int length = random.nextInt(400) == 0 ? VERY_LONG : LONG;
            replace(at + 1, 0, text((random.nextBoolean() ? "x" : "\u20AC").repeat(length)));
        }
    }

    private void encode() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        bytes = switch (random.nextInt(6)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> (text + "\u00FC").getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> text("\uFEFF" + text);
            case 4 -> text(text.replace("\n", "\r\n"));
            default -> text(text + text);
        };
    }

    private int at() {
        return bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    }

    private int next(int from, String any) {
        for (int i = from; i < bytes.length; i++) {
            if (any.indexOf(bytes[i]) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void replace(int at, int length, byte[] by) {
        int end = Math.min(bytes.length, at + length);
        bytes = join(Arrays.copyOf(bytes, at), by, Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
