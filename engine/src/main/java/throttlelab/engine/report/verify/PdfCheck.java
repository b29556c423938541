package throttlelab.engine.report.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.report.ReportJson;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.pdf.PdfContents;
import throttlelab.engine.report.pdf.PdfReport;
import throttlelab.engine.report.pdf.PdfSeal;
import throttlelab.engine.seal.Seal;
import throttlelab.engine.words.Sentence;

/// Checks a report in PDF: its seal, the data attached to it, and every page of it made again from the data.
final class PdfCheck {

    private static final int MOST = 10;

    private PdfCheck() {
    }

    /// @return the check of the data, with the findings on the file added to it
    static DocumentCheck of(byte[] bytes, String origin) {
        Seal seal = PdfSeal.find(bytes).orElseThrow(() -> new InputException(
                Sentence.of("report.is-no-report-of-this-program", origin)));
        SealCheck sealed = SealCheck.of(bytes, seal, new PdfPlaces());
        Optional<PdfContents> contents = PdfContents.of(sealed.read());
        Optional<byte[]> json = contents.flatMap(PdfContents::attachment);
        if (json.isEmpty()) {
            return DocumentCheck.unreadable("a report in PDF", sealed.findings(),
                    "The data attached to it cannot be read any more, so nothing else could be checked.");
        }
        DocumentCheck data = DocumentCheck.of(json.get(), origin, new JsonPlaces());
        data.framed("a report in PDF", sealed.findings());
        data.report().ifPresent(report -> data.made("page", differences(contents.get(), again(report))));
        return data;
    }

    private static PdfContents again(Report report) {
        byte[] json = ReportJson.of(report);
        try {
            return PdfContents.of(PdfReport.of(report, json, SelfDigest.verify(json).orElseThrow(), Pulse.QUIET))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("pages in memory", e);
        }
    }

    private static List<Finding> differences(PdfContents is, PdfContents again) {
        List<Finding> findings = new ArrayList<>();
        if (is.pages().size() != again.pages().size()) {
            findings.add(new Finding("the pages", is.pages().size() + " pages", "there are " + again.pages().size(),
                    "made again"));
        }
        int pages = Math.min(is.pages().size(), again.pages().size());
        for (int page = 0; page < pages && findings.size() < MOST; page++) {
            page(page, is.pages().get(page), again.pages().get(page), findings);
        }
        if (findings.isEmpty()) {
            streams(is.streams(), again.streams(), findings);
        }
        return findings;
    }

    private static void page(int page, List<String> is, List<String> again, List<Finding> findings) {
        for (int line = 0; line < Math.max(is.size(), again.size()); line++) {
            String says = line < is.size() ? is.get(line) : "nothing more";
            String should = line < again.size() ? again.get(line) : "nothing more";
            if (!says.equals(should)) {
                int at = Clipped.parting(says, should);
                findings.add(new Finding("page " + (page + 1) + ", line " + (line + 1), Clipped.around(says, at),
                        Clipped.around(should, at), "its data give"));
                return;
            }
        }
    }

    /// What is drawn rather than written, and the fonts.
    private static void streams(Map<String, byte[]> is, Map<String, byte[]> again, List<Finding> findings) {
        for (Map.Entry<String, byte[]> stream : again.entrySet()) {
            byte[] other = is.get(stream.getKey());
            if (findings.size() < MOST && (other == null || !Arrays.equals(other, stream.getValue()))) {
                findings.add(new Finding(stream.getKey(), "", "", "not what its data give, though all words are"));
            }
        }
    }
}
