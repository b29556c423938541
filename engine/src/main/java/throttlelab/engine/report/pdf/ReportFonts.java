package throttlelab.engine.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Whether the fonts of a PDF are such as a report has, so that its text can be read in bounded time and memory. PDFBox
/// writes every letter of a range into a table, and a damaged font may name ranges of thousands of millions.
final class ReportFonts {

    /// The most letters a font of a report can have: its codes have two bytes.
    private static final int LETTERS = 1 << 16;
    /// A table of as many letters, with room to spare.
    private static final int LARGEST_TABLE = 8 << 20;
    private static final Pattern RANGES = Pattern.compile("beginbfrange(.*?)endbfrange", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("\\s*<(\\p{XDigit}{4})> <(\\p{XDigit}{4})> <\\p{XDigit}{4,16}>\\s*");
    private static final Pattern TOKENS = Pattern.compile("beginbf|begincid|beginnotdef|usecmap");

    private ReportFonts() {
    }

    /// Whether all fonts that the pages name are such.
    static boolean only(PDDocument document) {
        for (PDPage page : document.getPages()) {
            COSDictionary fonts = page.getResources() == null ? null
                    : page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts != null && !fonts.keySet().stream().allMatch(name -> known(fonts.getCOSDictionary(name)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean known(COSDictionary font) {
        return font != null && COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE))
                && COSName.IDENTITY_H.equals(font.getDictionaryObject(COSName.ENCODING))
                && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream letters && bounded(letters)
                && font.getCOSArray(COSName.DESCENDANT_FONTS) instanceof COSArray descendants && descendants.size() == 1
                && descendants.getObject(0) instanceof COSDictionary descendant
                && descendant.getDictionaryObject(COSName.W2) == null
                && descendant.getDictionaryObject(COSName.W) instanceof COSArray widths && bounded(widths);
    }

    private static boolean bounded(COSStream letters) {
        String table;
        try (InputStream in = letters.createInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_TABLE);
            if (bytes.length == LARGEST_TABLE) {
                return false;
            }
            table = new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException | RuntimeException e) {
            return false;
        }
        long named = 0;
        int end = 0;
        Matcher ranges = RANGES.matcher(table);
        while (ranges.find()) {
            if (TOKENS.matcher(table.substring(end, ranges.start())).find()) {
                return false;
            }
            for (String line : ranges.group(1).strip().split("[\r\n]+")) {
                Matcher range = RANGE.matcher(line);
                if (!range.matches()) {
                    return false;
                }
                named += Math.max(0, Integer.parseInt(range.group(2), 16) - Integer.parseInt(range.group(1), 16) + 1);
            }
            end = ranges.end();
        }
        return named <= LETTERS && !TOKENS.matcher(table.substring(end)).find();
    }

    /// Widths are given as a first letter and an array of the widths from there on; as a report gives them, without
    /// ranges of one width.
    private static boolean bounded(COSArray widths) {
        for (int i = 0; i < widths.size(); i++) {
            COSBase item = widths.getObject(i);
            if (i % 2 == 0 ? !(item instanceof COSNumber) : !(item instanceof COSArray)) {
                return false;
            }
        }
        return widths.size() % 2 == 0;
    }
}
