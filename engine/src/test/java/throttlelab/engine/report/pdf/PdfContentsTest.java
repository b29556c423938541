package throttlelab.engine.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A font whose tables name thousands of millions of letters, as damage makes it, is not read for minutes.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PdfContentsTest {

    private static byte[] sound;

    @BeforeAll
    static void write() throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream inter = PdfContents.class.getResourceAsStream("Inter-Regular.ttf")) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDType0Font font = PDType0Font.load(document, inter, true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 12);
                content.newLineAtOffset(72, 700);
                content.showText("Equal to the bit");
                content.endText();
            }
            sound = saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static List<List<String>> pagesWith(Consumer<COSDictionary> damage) throws IOException {
        try (PDDocument document = Loader.loadPDF(sound)) {
            COSDictionary fonts = document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            damage.accept(fonts.getCOSDictionary(fonts.keySet().iterator().next()));
            return PdfContents.of(saved(document)).orElseThrow().pages();
        }
    }

    private static void letters(COSDictionary font, String from, String to) {
        COSStream stream = font.getCOSStream(COSName.TO_UNICODE);
        try {
            String table;
            try (InputStream in = stream.createInputStream()) {
                table = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
            assertThat(table).contains(from);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(table.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theTextOfASoundFileIsRead() throws IOException {
        assertThat(pagesWith(font -> { })).containsExactly(List.of("Equal to the bit"));
    }

    @Test
    void aRangeOfLettersWithoutAnEndIsNotRead() throws IOException {
        assertThat(pagesWith(font -> letters(font, "endbfrange", "<00000000> <7FFFFFF0> <0041>\nendbfrange")))
                .containsExactly(List.of());
    }

    @Test
    void manyWideRangesAreNotRead() throws IOException {
        assertThat(pagesWith(font -> letters(font, "endbfrange", "<0000> <FFFF> <0041>\n".repeat(100) + "endbfrange")))
                .containsExactly(List.of());
    }

    @Test
    void aRangeOfWidthsWithoutAnEndIsNotRead() throws IOException {
        assertThat(pagesWith(font -> {
            COSDictionary descendant = (COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
            COSArray widths = descendant.getCOSArray(COSName.W);
            widths.add(COSInteger.get(0));
            widths.add(COSInteger.get(Integer.MAX_VALUE));
            widths.add(COSInteger.get(500));
        })).containsExactly(List.of());
    }
}
