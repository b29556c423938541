package throttlelab.engine.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import throttlelab.engine.digest.Sha256;

/// The seal of a text: near its end one line with the CRC32C of every line before it, each in 8 hex digits, and one with
/// the digest.
///
/// @param checks what the line of the checks begins with
/// @param separator what stands between two checks
/// @param digest what the line of the digest begins with
public record SealedText(String checks, String separator, String digest) {

    /// How JSON files are sealed: by the members `line_checks` and `digest`, the last two of the outermost object.
    public static final SealedText JSON = new SealedText("  \"line_checks\" : [ \"", "\", \"", "  \"digest\" : \"");

    /// What stands in place of the checks of `lines` lines until they are known.
    public String blankChecks(int lines) {
        return String.join(separator, Collections.nCopies(lines, "0".repeat(Seal.CHECK_DIGITS)));
    }

    /// Fills checks and digest in.
    ///
    /// @param text has blanks for both; changed
    /// @return the digest
    /// @throws IllegalArgumentException if there is no place for the digest, or no check for some line
    public Sha256 seal(byte[] text) {
        List<Block> lines = lines(text);
        int digestAt = digestAt(text, lines)
                .orElseThrow(() -> new IllegalArgumentException("no digest of 64 digits to be filled in"));
        int checksLine = line(text, lines, checks);
        List<Block> checked = new ArrayList<>();
        for (int i = 0; i < checksLine; i++) {
            checked.add(new Block(lines.get(i).from(), lines.get(i).to(), 0, checkAt(lines.get(checksLine), i)));
        }
        return Seal.fill(text, digestAt, checked, List.of());
    }

    /// The seal of a text, if it has a digest; without checks if it has none.
    public Optional<Seal> find(byte[] text) {
        List<Block> lines = lines(text);
        OptionalInt digestAt = digestAt(text, lines);
        if (digestAt.isEmpty()) {
            return Optional.empty();
        }
        int checksLine = line(text, lines, checks);
        if (checksLine < 0) {
            return Optional.of(new Seal(text, digestAt.getAsInt()));
        }
        List<Block> stated = stated(text, lines.get(checksLine));
        return Optional.of(stated.size() == checksLine
                ? new Seal(text, digestAt.getAsInt(), join(lines, stated), List.of(), false)
                : new Seal(text, digestAt.getAsInt(), displaced(text, lines.subList(0, checksLine), stated), List.of(),
                        true));
    }

    private int checkAt(Block line, int index) {
        return line.from() + checks.length() + index * (Seal.CHECK_DIGITS + separator.length());
    }

    /// What the checks say, without the lines they are of.
    private List<Block> stated(byte[] text, Block line) {
        List<Block> stated = new ArrayList<>();
        for (int i = 0; checkAt(line, i) + Seal.CHECK_DIGITS < line.to(); i++) {
            int at = checkAt(line, i);
            stated.add(new Block(0, 0, Seal.stated(text, at), at));
        }
        return stated;
    }

    private static List<Block> join(List<Block> lines, List<Block> stated) {
        List<Block> joined = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            joined.add(new Block(lines.get(i).from(), lines.get(i).to(), stated.get(i).stated(),
                    stated.get(i).statedAt()));
        }
        return joined;
    }

    /// The lines between those at the beginning and those at the end that fit.
    private static List<Block> displaced(byte[] text, List<Block> lines, List<Block> stated) {
        int fewer = Math.min(lines.size(), stated.size());
        int head = 0;
        while (head < fewer && fits(text, lines.get(head), stated.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < fewer - head
                && fits(text, lines.get(lines.size() - 1 - tail), stated.get(stated.size() - 1 - tail))) {
            tail++;
        }
        int last = Math.max(head + 1, lines.size() - tail);
        return lines.subList(Math.min(head, lines.size() - 1), Math.min(last, lines.size()));
    }

    private static boolean fits(byte[] text, Block line, Block stated) {
        return ByteError.crc(text, line.from(), line.to()) == stated.stated();
    }

    private OptionalInt digestAt(byte[] text, List<Block> lines) {
        int line = line(text, lines, digest);
        return line < 0 ? OptionalInt.empty() : Seal.digits(text, lines.get(line).from() + (long) digest.length());
    }

    /// The last line that begins so, or −1.
    private static int line(byte[] text, List<Block> lines, String beginning) {
        byte[] start = beginning.getBytes(StandardCharsets.US_ASCII);
        for (int i = lines.size() - 1; i >= 0; i--) {
            Block line = lines.get(i);
            if (line.to() - line.from() >= start.length
                    && Arrays.equals(text, line.from(), line.from() + start.length, start, 0, start.length)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Block> lines(byte[] text) {
        List<Block> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(new Block(from, i, 0, -1));
                from = i + 1;
            }
        }
        if (from < text.length) {
            lines.add(new Block(from, text.length, 0, -1));
        }
        return lines;
    }
}
