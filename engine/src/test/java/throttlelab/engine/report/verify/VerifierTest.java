package throttlelab.engine.report.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.report.verify.Verification.Outcome.BROKEN;
import static throttlelab.engine.report.verify.Verification.Outcome.UNPROVEN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.InputException;
import throttlelab.engine.bet.ForgedResults;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.report.ReportJson;
import throttlelab.engine.report.Reports;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.report.html.HtmlReport;
import throttlelab.engine.report.pdf.PdfReport;

/// Seal and contradictions, without running anything again.
class VerifierTest {

    private static final Path FILE = Path.of("file");

    private static byte[] result;
    private static Report report;
    private static byte[] json;
    private static byte[] html;
    private static byte[] pdf;

    @BeforeAll
    static void make() throws IOException {
        result = ForgedResults.strict();
        report = Reports.of(new ReportInputs(List.of(new Source("r.json", result)), new TreeMap<>(), false, false));
        json = ReportJson.of(report);
        html = HtmlReport.of(report, json, SelfDigest.verify(json).orElseThrow(), Pulse.QUIET);
        pdf = PdfReport.of(report, json, SelfDigest.verify(json).orElseThrow(), Pulse.QUIET);
    }

    private static Verification inspected(byte[] bytes) {
        return Verifier.inspect(bytes, FILE);
    }

    private static byte[] changed(byte[] bytes, String part, String other) {
        String text = new String(bytes, UTF_8);
        assertThat(text).contains(part);
        return text.replaceFirst(Pattern.quote(part), other).getBytes(UTF_8);
    }

    /// The control of all below.
    @Test
    void nothingSpeaksAgainstWhatNobodyChanged() {
        assertThat(Stream.of(result, json, html, pdf).map(VerifierTest::inspected)).allSatisfy(verification -> {
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.unproven()).isEmpty();
            assertThat(verification.outcome()).as("nothing was run again").isEqualTo(UNPROVEN);
            assertThat(verification.positions()).isEqualTo(45);
        });
        assertThat(inspected(ForgedResults.underMajority()).findings()).isEmpty();
        assertThat(inspected(ForgedResults.catastrophic()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"result, 150", "json, 150", "html, 100", "pdf, 10"})
    void everyChangedDigitIsFoundAndNamedWithWhatStoodThere(String file, int turns) {
        byte[] bytes = switch (file) {
            case "result" -> result;
            case "json" -> json;
            case "html" -> html;
            default -> pdf;
        };
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                digits.add(i);
            }
        }
        Random random = new Random(45);
        for (int turn = 0; turn < turns; turn++) {
            int at = digits.get(random.nextInt(digits.size()));
            byte[] changed = bytes.clone();
            changed[at] = (byte) ('0' + (bytes[at] - '0' + 1 + random.nextInt(9)) % 10);

            Verification verification = inspected(changed);

            assertThat(verification.outcome()).as("byte %d", at).isEqualTo(BROKEN);
            assertThat(verification.findings()).as("byte %d", at).singleElement().satisfies(finding -> {
                assertThat(finding.place()).containsPattern("line \\d+|the digest|page \\d+|byte \\d+");
                assertThat(finding.says()).isNotEmpty();
                assertThat(finding.should()).isNotEmpty();
            });
        }
    }

    @Test
    void theSentenceNamesPathAndBothValues() {
        byte[] changed = changed(result, "\"compute_ms\" : 100,\n      \"delay_ms\" : 0",
                "\"compute_ms\" : 100,\n      \"delay_ms\" : 7");

        assertThat(inspected(changed).findings()).singleElement().asString()
                .matches("line \\d+, column \\d+, timing\\.none\\[0]\\.delay_ms: says 7, but when it was sealed it "
                        + "said 0\\.");
    }

    @Test
    void theSentenceNamesTheSectionOfAPage() {
        assertThat(inspected(changed(html, "<td class=\"number\">5.00×</td>", "<td class=\"number\">6.00×</td>"))
                .findings()).singleElement().asString().matches("line \\d+, column \\d+, section timing: says 6\\.00×, "
                + "but when it was sealed it said 5\\.00×\\.");
    }

    /// Whoever seals a change anew is found by what contradicts it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"verdict\" : \"STRICT\" | \"verdict\" : \"LENIENT\" | verdict",
        "\"token_divergences\" : 0 | \"token_divergences\" : 2 | totals.token_divergences",
        "\"factor_measured\" : 5 | \"factor_measured\" : 6 | timing.steady[0].factor_measured",
        "\"bound_95\" : 0.064402 | \"bound_95\" : 0.000001 | totals.bound_95",
        "\"as_registered\" : false | \"as_registered\" : true | criteria.as_registered",
        "0 of 45 positions | 0 of 95 positions | claims.observed",
        "\"logprobs\" : false | \"logprobs\" : true | runs"})
    void aContradictionIsNamedWhateverTheSealSays(String part, String other, String path) {
        byte[] from = path.equals("runs") ? ForgedResults.catastrophic() : result;
        byte[] changed = changed(from, part.replaceFirst("0\\.064402", bound()), other);
        SelfDigest.seal(changed);

        Verification verification = inspected(changed);

        assertThat(verification.outcome()).isEqualTo(BROKEN);
        assertThat(verification.findings()).anySatisfy(finding -> {
            assertThat(finding.place()).contains(path);
            assertThat(finding.because()).isEqualTo("its own data give");
        });
    }

    private static String bound() {
        return new String(result, UTF_8).replaceFirst("(?s).*\"bound_95\" : ([0-9.]+).*", "$1");
    }

    @Test
    void decimalsAndBitsThatDoNotFitAreNamed() {
        byte[] changed = new String(result, UTF_8).replaceFirst("\"logprob_bits\" : \\[ \"b[0-9a-f]",
                "\"logprob_bits\" : [ \"b0").getBytes(UTF_8);
        SelfDigest.seal(changed);

        assertThat(inspected(changed).findings()).anySatisfy(finding ->
                assertThat(finding.toString()).contains("runs[0]", "the decimal reads back to"));
    }

    @Test
    void aPageThatSaysOtherThanItsDataIsNamed() throws IOException {
        Report other = new Report(report.title(), report.judged(), "All is well.", report.created(), report.reasons(),
                report.sections(), report.inputs());
        byte[] forgedHtml = HtmlReport.of(other, json, SelfDigest.verify(json).orElseThrow(), Pulse.QUIET);
        byte[] forgedPdf = PdfReport.of(other, json, SelfDigest.verify(json).orElseThrow(), Pulse.QUIET);

        assertThat(inspected(forgedHtml).findings()).singleElement().asString()
                .matches("line \\d+.*: says All is well\\., but its data give The same tokens.*");
        assertThat(inspected(forgedPdf).findings()).isNotEmpty().first().asString()
                .matches("page 1, line \\d+: says All is well\\., but its data give The same tokens.*");
    }

    @Test
    void anOlderFileIsReadAndItsChangesAreFound() {
        byte[] older = new String(result, UTF_8).replaceFirst("  \"line_checks\" : \\[[^\n]*\n", "").getBytes(UTF_8);
        SelfDigest.seal(older);
        assertThat(inspected(older).findings()).isEmpty();

        Verification verification = inspected(changed(older, "\"verdict\" : \"STRICT\"", "\"verdict\" : \"VOID\""));

        assertThat(verification.outcome()).isEqualTo(BROKEN);
        assertThat(verification.findings()).anySatisfy(finding -> assertThat(finding.place()).isEqualTo("the digest"))
                .anySatisfy(finding -> assertThat(finding.toString()).contains("verdict: says \"VOID\"", "STRICT"));
        assertThat(verification.unproven()).singleElement().asString().contains("no checks of single lines");
    }

    @Test
    void changesThatCannotBeUndoneAreNamedByLineOrPart() {
        String text = new String(html, UTF_8);
        byte[] more = text.replace("<h2>Divergences</h2>", "<h2>Divergences</h2>\n<p>None at all.</p>").getBytes(UTF_8);
        byte[] much = text.replace("The same tokens", "The very same").getBytes(UTF_8);
        byte[] pages = pdf.clone();
        for (int i = 0; i < 50; i++) {
            pages[pages.length / 3 + i] ^= (byte) 0x55;
        }

        assertThat(inspected(more).findings()).first().asString().contains("lines were added or removed");
        assertThat(inspected(much).findings()).first().asString().contains("line ", "The very same");
        assertThat(inspected(pages).findings()).first().asString().contains("bytes ");
    }

    @Test
    void aLayoutOfAnotherVersionIsNotComparedInSilence() {
        byte[] other = changed(json, "\"layout\" : " + Report.LAYOUT, "\"layout\" : 9");
        SelfDigest.seal(other);

        Verification verification = inspected(other);

        assertThat(verification.outcome()).isEqualTo(BROKEN);
        assertThat(verification.unproven()).singleElement().asString().contains("layout 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"format\": \"x\"}", "<html></html>", "%PDF-1.7 nothing", "hello"})
    void whatIsNoneOfTheseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> inspected(text.getBytes(UTF_8))).isInstanceOf(InputException.class)
                .hasMessageStartingWith("file ");
    }
}
