package throttlelab.engine.report.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import throttlelab.engine.seal.Block;
import throttlelab.engine.seal.Seal;
import throttlelab.engine.seal.Seal.Blank;

/// The seal of a PDF: one text in its information dictionary, with the digest of the file and the CRC32C of 256 stretches
/// of equal length that it is cut into; the checks take the seal itself for zeros.
public final class PdfSeal {

    static final String KEY = "ThrottleLabSeal";

    private static final String MARK = "throttlelab-seal-1 ";
    private static final int BLOCKS = 256;
    private static final int LENGTH = MARK.length() + Seal.ZEROS.length() + 1 + BLOCKS * Seal.CHECK_DIGITS;

    private PdfSeal() {
    }

    /// What stands in its place until the file is written.
    static String blank() {
        return MARK + Seal.ZEROS + " " + "0".repeat(BLOCKS * Seal.CHECK_DIGITS);
    }

    /// Fills the seal in.
    static void seal(byte[] pdf) {
        int digestAt = place(pdf).orElseThrow(() -> new IllegalStateException("the PDF has no place for its seal"));
        Seal.fill(pdf, digestAt, blocks(pdf, digestAt), blanks(digestAt));
    }

    /// The seal of a PDF, if it is one of these.
    public static Optional<Seal> find(byte[] pdf) {
        OptionalInt place = place(pdf);
        return place.isEmpty() ? Optional.empty()
                : Optional.of(new Seal(pdf, place.getAsInt(), blocks(pdf, place.getAsInt()),
                        blanks(place.getAsInt()), false));
    }

    private static List<Blank> blanks(int digestAt) {
        return List.of(new Blank(digestAt, digestAt + Seal.ZEROS.length()), new Blank(
                digestAt + Seal.ZEROS.length() + 1, digestAt - MARK.length() + LENGTH));
    }

    private static List<Block> blocks(byte[] pdf, int digestAt) {
        int size = (pdf.length + BLOCKS - 1) / BLOCKS;
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            int at = digestAt + Seal.ZEROS.length() + 1 + i * Seal.CHECK_DIGITS;
            blocks.add(new Block(Math.min(pdf.length, i * size), Math.min(pdf.length, (i + 1) * size),
                    Seal.stated(pdf, at), at));
        }
        return blocks;
    }

    /// Where the digest stands: behind the last mark.
    private static OptionalInt place(byte[] pdf) {
        byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
        for (int at = pdf.length - LENGTH; at >= 0; at--) {
            if (Arrays.equals(pdf, at, at + mark.length, mark, 0, mark.length)) {
                return Seal.digits(pdf, at + (long) mark.length);
            }
        }
        return OptionalInt.empty();
    }
}
