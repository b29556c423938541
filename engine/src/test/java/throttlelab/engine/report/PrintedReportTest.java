package throttlelab.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.InputException;
import throttlelab.engine.files.Schemas;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.printed.PrintedVerdict;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.recording.foreign.ForeignSamples;
import throttlelab.engine.report.content.Judged;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.pdf.PdfContents;
import throttlelab.engine.report.verify.Verification;
import throttlelab.engine.report.verify.Verifier;

/// Reports on answers of other systems, and what verifying them tells.
class PrintedReportTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));

    @TempDir
    private Path folder;

    private static Report of(String... samples) {
        return Reports.of(Stream.of(samples).map(ForeignSamples::file).toList(), ReportContext.NOTHING);
    }

    private Path written(Report report, ReportFormat format) {
        Path target = folder.resolve("out." + format.ending());
        assertThat(Reports.write(report, format, target, (_, _) -> { }, () -> false)).isTrue();
        return target;
    }

    private static Verification inspected(Path file) throws IOException {
        return Verifier.inspect(Files.readAllBytes(file), file);
    }

    @Test
    void saysEqualAsPrintedAtMost() throws IOException {
        Report report = of("openai-chat.json", "vllm-completions.json", "llama-cpp.json");

        assertThat(report.judged()).isInstanceOfSatisfying(Judged.Printed.class, printed -> {
            assertThat(printed.verdict()).isEqualTo(PrintedVerdict.SAME_AS_PRINTED);
            assertThat(printed.totals().comparisons()).isEqualTo(48);
            assertThat(printed.bound95()).isBetween(2.5 / 48, 3.0 / 48);
        });
        assertThat(report.sections()).extracting(Section::id).containsExactly("verdict", "compared", "divergences", "claims",
                "bound", "environment", "reproduce", "prompts");
        String html = Files.readString(written(report, ReportFormat.HTML));
        assertThat(html.substring(0, html.indexOf("<template"))).contains("EQUAL AS PRINTED",
                "Whether they are equal to the bit, printed decimals do not show.", "0 of 48 positions differ as printed",
                "compare openai-chat.json vllm-completions.json llama-cpp.json").doesNotContain("STRICT", "bit-exact");
        assertThat(PdfContents.of(Files.readAllBytes(written(report, ReportFormat.PDF))).orElseThrow().pages()
                .getFirst()).anySatisfy(line -> assertThat(line).contains("EQUAL AS PRINTED"));
    }

    @Test
    void countsTheOutputsOfSeveralAnswersAndSaysWhereTheyPart() throws IOException {
        Report report = of("vllm-three-runs.jsonl");

        assertThat(report.judged().title()).isEqualTo("TOKENS DIFFER");
        assertThat(report.created()).as("nothing tells it").isEmpty();
        String html = Files.readString(written(report, ReportFormat.HTML));
        assertThat(html).contains("<td>2 of 2</td><td>C</td>", "<td>A, B</td>", "\" made\"", "vllm-three-runs.jsonl#3");
        List<String> csv = Files.readAllLines(written(report, ReportFormat.CSV));
        assertThat(csv).hasSize(1 + 2 * 24).anySatisfy(row -> assertThat(row).contains(",2,token,no,"))
                .anySatisfy(row -> assertThat(row).contains(",number,no,"));
        Schemas.assertValid("report", Files.readString(written(report, ReportFormat.JSON)));
    }

    @Test
    void laysOursBesideThoseOfOthers() throws IOException {
        Model model = Model.load(SAMPLES.resolve("fractalmoe-30m"));
        List<Path> files = List.of(SAMPLES.resolve("baselines/fractalmoe-30m-none.json"),
                ForeignSamples.file("llama-cpp.json"));

        Report report = Reports.of(files, new ReportContext(Optional.of(model), true, List.of()));

        assertThat(report.created()).isPresent();
        Path json = written(report, ReportFormat.JSON);
        Schemas.assertValid("report", Files.readString(json));
        Verification verification = inspected(json);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.positions()).as("ours can be run again").isEqualTo(5_000);
        assertThatThrownBy(() -> Reports.of(files, ReportContext.NOTHING)).isInstanceOf(InputException.class)
                .hasMessageContaining("without its tokenizer");
    }

    @Test
    void verifyingSaysPlainlyWhatCannotBeRunAgain() throws IOException {
        Report report = of("vllm-three-runs.jsonl");

        for (ReportFormat format : List.of(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.JSON)) {
            Verification verification = inspected(written(report, format));
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.outcome()).isEqualTo(Verification.Outcome.UNPROVEN);
            assertThat(verification.unproven()).singleElement().asString().contains("cannot be run again here");
            assertThat(verification.checks()).anySatisfy(check -> assertThat(check).contains("follows from something else"));
        }
    }

    @Test
    void aChangedDigitOfAnAnswerIsNamed() throws IOException {
        Path file = written(of("openai-chat.json", "llama-cpp.json"), ReportFormat.HTML);
        String html = Files.readString(file);
        Files.writeString(file, html.replaceFirst("-2\\.4014015197753906", "-2.4014015197753907"));

        assertThat(inspected(file).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).contains("sources[0].text[");
            assertThat(finding.should()).contains("-2.4014015197753906");
        });
    }

    @Test
    void anAnswerChangedAndSealedAnewContradictsWhatWasMadeOfIt() throws IOException {
        byte[] json = Files.readAllBytes(written(of("openai-chat.json", "llama-cpp.json"), ReportFormat.JSON));
        byte[] changed = new String(json, StandardCharsets.UTF_8).replaceFirst("-2\\.4014015197753906",
                "-2.4014015197753907").getBytes(StandardCharsets.UTF_8);
        SelfDigest.seal(changed);

        Verification verification = Verifier.inspect(changed, Path.of("x.json"));

        assertThat(verification.outcome()).isEqualTo(Verification.Outcome.BROKEN);
        assertThat(verification.findings()).anySatisfy(finding -> assertThat(finding.place()).contains("verdict"));
    }

    @Test
    void oneAnswerAloneIsRefused() {
        assertThatThrownBy(() -> of("openai-chat.json")).isInstanceOf(UsageException.class)
                .hasMessageContaining("only one answer");
    }

    @Test
    void aTextInPiecesIsTheText() {
        String text = "a\n\n" + "\uD83D\uDE00".repeat(TextPieces.LONGEST) + "b\r\nc";

        List<String> pieces = TextPieces.of(text);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).startsWith("a\n", "\n").allSatisfy(piece -> {
            assertThat(piece).isNotEmpty().hasSizeLessThanOrEqualTo(TextPieces.LONGEST);
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
        });
    }
}
