package throttlelab.engine.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.report.content.Ink;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Shown;
import throttlelab.engine.report.content.Source;

/// A report as a PDF. It carries the report in JSON as an attachment, and its own seal in its information dictionary.
public final class PdfReport {

    /// The name of the attachment.
    static final String ATTACHMENT = "report.json";

    private static final float MARGIN_SIZE = 7.4f;
    private static final int DIGITS = 16;

    private final Report report;
    private final Sha256 digest;
    private final PDDocument document;
    private final Sheet sheet;
    private final PDDocumentOutline outline = new PDDocumentOutline();

    private PdfReport(Report report, Sha256 digest, PDDocument document) throws IOException {
        this.report = report;
        this.digest = digest;
        this.document = document;
        this.sheet = new Sheet(document);
    }

    /// The file.
    ///
    /// @param json the report as JSON
    /// @param digest the digest that `json` carries
    /// @throws IOException never, but the library says it might
    public static byte[] of(Report report, byte[] json, Sha256 digest, Pulse pulse) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfReport pdf = new PdfReport(report, digest, document);
            pdf.pages(pulse);
            pdf.margins();
            pdf.describe();
            pdf.attach(json);
            pulse.beat(1, 1);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            // Without object streams, so that the seal stands in the file as it is.
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            byte[] sealed = bytes.toByteArray();
            PdfSeal.seal(sealed);
            return sealed;
        }
    }

    private void pages(Pulse pulse) throws IOException {
        head();
        int steps = report.sections().size() + 1;
        PdfBlocks blocks = new PdfBlocks(sheet, pulse);
        for (int i = 0; i < report.sections().size(); i++) {
            pulse.beat(i, steps);
            section(report.sections().get(i), blocks);
        }
        sheet.close();
    }

    private void head() throws IOException {
        sheet.write("Throttle Lab", sheet.strong(), 10, Ink.TEXT, Sheet.LEFT, sheet.y());
        sheet.write("report", sheet.text(), 10, Ink.MUTED,
                Sheet.LEFT + sheet.strong().width("Throttle Lab ", 10), sheet.y());
        sheet.down(14);
        sheet.paragraph(Shown.text(report.title()), sheet.strong(), 21, 26, Ink.TEXT, Sheet.LEFT, Sheet.WIDTH);
        sheet.down(14);
        verdict();
        identity("Made from", String.join(", ", report.inputs().sources().stream().map(Source::name)
                .map(Shown::text).toList()), sheet.text(), 8.6f);
        if (report.created().isPresent()) {
            identity("Of", report.created().get().toString(), sheet.text(), 8.6f);
        }
        identity("Report SHA-256", digest.toString(), sheet.code(), 7.6f);
    }

    private void verdict() throws IOException {
        List<String> words = sheet.text().lines(report.words(), 10.5f, Sheet.WIDTH - 90);
        float height = 46 + 14 * words.size();
        Ink ink = Colours.of(report.judged().colours());
        float lower = sheet.y() - height;
        sheet.box(Sheet.LEFT, lower, Sheet.WIDTH, height, Ink.GROUND);
        sheet.box(Sheet.LEFT, lower, 4.5f, height, ink);
        float middle = lower + height / 2;
        sheet.disc(Sheet.LEFT + 40, middle, 20, ink, ink);
        sign(Sheet.LEFT + 40, middle);
        sheet.write(report.judged().title(), sheet.strong(), 19, ink, Sheet.LEFT + 76, sheet.y() - 30);
        for (int i = 0; i < words.size(); i++) {
            sheet.write(words.get(i), sheet.text(), 10.5f, Ink.TEXT, Sheet.LEFT + 76, sheet.y() - 48 - 14 * i);
        }
        sheet.down(height + 12);
    }

    private void sign(float x, float middle) throws IOException {
        String shown = sheet.strong().shown(report.judged().sign());
        sheet.write(shown, sheet.strong(), 24, Ink.PAPER, x - sheet.strong().width(shown, 24) / 2, middle - 8.6f);
    }

    private void identity(String name, String value, Type type, float size) throws IOException {
        List<String> lines = type.lines(value, size, Sheet.WIDTH - 110);
        for (int i = 0; i < lines.size(); i++) {
            sheet.down(13);
            sheet.write(i == 0 ? name : "", sheet.text(), 8.6f, Ink.MUTED, Sheet.LEFT, sheet.y());
            sheet.write(lines.get(i), type, size, Ink.TEXT, Sheet.LEFT + 110, sheet.y());
        }
    }

    private void section(Section section, PdfBlocks blocks) throws IOException {
        sheet.need(90);
        sheet.down(sheet.y() == Sheet.TOP ? 0 : 24);
        sheet.line(Sheet.LEFT, sheet.y(), Sheet.LEFT + Sheet.WIDTH, sheet.y(), Ink.FAINT, 0.7f);
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(sheet.page());
        place.setTop(Math.round(sheet.y() + 6));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(section.title());
        item.setDestination(place);
        outline.addLast(item);
        sheet.down(6);
        sheet.paragraph(section.title(), sheet.strong(), 13.5f, 19, Ink.TEXT, Sheet.LEFT, Sheet.WIDTH);
        sheet.down(3);
        blocks.draw(section.blocks());
    }

    /// Head and foot of every page, once it is known how many there are.
    private void margins() throws IOException {
        String title = Shown.text(report.title());
        List<PDPage> pages = sheet.pages();
        for (int i = 0; i < pages.size(); i++) {
            sheet.reopen(pages.get(i));
            if (i > 0) {
                float at = Sheet.TOP + 22;
                String left = sheet.text().lines(title, MARGIN_SIZE, Sheet.WIDTH - 120).getFirst();
                sheet.write(left, sheet.text(), MARGIN_SIZE, Ink.MUTED, Sheet.LEFT, at);
                right(report.judged().title(), sheet.strong(), Colours.of(report.judged().colours()), at);
                sheet.line(Sheet.LEFT, at - 6, Sheet.LEFT + Sheet.WIDTH, at - 6, Ink.FAINT, 0.5f);
            }
            sheet.write("Throttle Lab · report SHA-256 " + digest.prefix(DIGITS) + "…", sheet.text(), MARGIN_SIZE,
                    Ink.MUTED, Sheet.LEFT, Sheet.BOTTOM - 26);
            right(String.format(Locale.ROOT, "%d / %d", i + 1, pages.size()), sheet.text(), Ink.MUTED,
                    Sheet.BOTTOM - 26);
        }
        sheet.close();
    }

    private void right(String text, Type type, Ink ink, float at) throws IOException {
        sheet.write(text, type, MARGIN_SIZE, ink,
                Sheet.LEFT + Sheet.WIDTH - type.width(text, MARGIN_SIZE), at);
    }

    private void describe() {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(report.judged().title() + " · " + Shown.text(report.title()) + " · Throttle Lab");
        information.setCreator("Throttle Lab");
        information.setSubject(report.words());
        report.created().ifPresent(created -> information.setCreationDate(GregorianCalendar.from(
                created.atZone(TimeZone.getTimeZone("UTC").toZoneId()))));
        information.setCustomMetadataValue(PdfSeal.KEY, PdfSeal.blank());
        document.setVersion(1.7f);
        // Else the library would take the time of day into the file's identity.
        document.setDocumentId(digest.w0());
        document.getDocumentCatalog().setLanguage("en");
        document.getDocumentCatalog().setDocumentOutline(outline);
        PDViewerPreferences preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
    }

    private void attach(byte[] json) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(json.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHMENT);
        specification.setFileUnicode(ATTACHMENT);
        specification.setFileDescription("All that this report was made of");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHMENT, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }
}
