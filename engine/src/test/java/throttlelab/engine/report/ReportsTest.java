package throttlelab.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.bet.ForgedResults;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.comparison.divergence.Level;
import throttlelab.engine.comparison.divergence.PathStep;
import throttlelab.engine.files.Schemas;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.report.pdf.PdfContents;
import throttlelab.engine.report.verify.Verification;
import throttlelab.engine.report.verify.Verifier;
import throttlelab.engine.seal.SealedJson;

class ReportsTest {

    private static final String HOSTILE = "</template><script>alert(1)</script> &amp; 日本 😀 \u202Ertl\u202C\n";

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] recording(String profile, String text, int length) {
        RecordedPrompt prompt = new RecordedPrompt(new Prompt("p", text), new int[] {1}, Forged.stream(length));
        return SealedJson.of(json -> RecordingFile.members(json, Forged.recording(profile, 5, prompt)));
    }

    private Report strict() throws IOException {
        return Reports.of(List.of(file("r.json", ForgedResults.strict())), ReportContext.NOTHING);
    }

    private Report hostile() throws IOException {
        return Reports.of(List.of(file("a.json", recording("none", HOSTILE, 5)),
                file("b.json", recording("steady", HOSTILE, 5))), ReportContext.NOTHING);
    }

    private Path written(Report report, ReportFormat format) {
        Path target = folder.resolve("out." + format.ending());
        assertThat(Reports.write(report, format, target, (_, _) -> { }, () -> false)).isTrue();
        return target;
    }

    @Test
    void tellsItInTheOrderThatWasAgreed() throws IOException {
        Report report = strict();

        assertThat(report.judged().title()).isEqualTo("STRICT");
        assertThat(report.sections()).extracting(Section::id).containsExactly("verdict", "compared", "divergences",
                "timing", "price", "claims", "bound", "environment", "reproduce", "prompts");
    }

    @Test
    void isOneHtmlFileThatNeedsNothingAndRunsNothing() throws IOException {
        String html = Files.readString(written(strict(), ReportFormat.HTML));

        assertThat(html).startsWith("<!doctype html>").contains("STRICT", "default-src 'none'", "<svg ",
                "prefers-color-scheme", "@media print", "0 of 45 positions differ", "The open question.",
                "it said more than was measured", "--profiles none,steady,ramp");
        assertThat(html.replace("http-equiv", "")).doesNotContain("http", "src=", "<script", "url(", "@import");
        assertThat(html.indexOf("id=\"verdict\"")).isLessThan(html.indexOf("id=\"compared\""));
    }

    @Test
    void whatAPromptSaysStaysText() throws IOException {
        String html = Files.readString(written(hostile(), ReportFormat.HTML));

        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;amp;", "日本 😀", "[U+202E]rtl[U+202C]\\n")
                .doesNotContain("<script");
        assertThat(html.substring(0, html.indexOf("<template"))).doesNotContain("\u202E");
        assertThat(html.split("</template>", -1)).hasSize(2);
    }

    @Test
    void pagesShowWhatTheirFontsLackByItsCodePoint() throws IOException {
        PdfContents pdf = PdfContents.of(Files.readAllBytes(written(hostile(), ReportFormat.PDF))).orElseThrow();

        String text = pdf.pages().stream().flatMap(List::stream).collect(Collectors.joining("\n"));
        assertThat(text.replace("\n", "")).contains("[U+65E5][U+672C]", "[U+1F600]", "alert(1)");
    }

    @Test
    void pagesHaveNumbersVerdictAndDigest() throws IOException {
        Report report = strict();
        byte[] bytes = Files.readAllBytes(written(report, ReportFormat.PDF));
        PdfContents pdf = PdfContents.of(bytes).orElseThrow();

        int pages = pdf.pages().size();
        assertThat(pages).isGreaterThan(2);
        for (int page = 0; page < pages; page++) {
            String number = (page + 1) + " / " + pages;
            assertThat(pdf.pages().get(page)).anySatisfy(line -> assertThat(line).endsWith(number))
                    .anySatisfy(line -> assertThat(line).contains(Reports.digest(report).prefix(16)))
                    .anySatisfy(line -> assertThat(line).contains("STRICT"));
        }
        assertThat(pdf.attachment().orElseThrow()).isEqualTo(ReportJson.of(report));
        assertThat(Files.readAllBytes(written(report, ReportFormat.PDF))).as("made again").isEqualTo(bytes);
    }

    @Test
    void jsonFitsItsSchema() throws IOException {
        Schemas.assertValid("report", Files.readString(written(strict(), ReportFormat.JSON)));
        Schemas.assertValid("report", Files.readString(written(hostile(), ReportFormat.JSON)));
        assertThat(Schemas.errors("report", Files.readString(written(strict(), ReportFormat.JSON))
                .replace("\"verdict\" : \"STRICT\"", "\"verdict\" : \"GOOD\""))).isNotEmpty();
    }

    @Test
    void divergencesAreShownWithTokensDecimalsAndBits() throws IOException {
        Report report = Reports.of(List.of(file("r.json", ForgedResults.catastrophic())), ReportContext.NOTHING);
        String html = Files.readString(written(report, ReportFormat.HTML));

        assertThat(report.judged().title()).isEqualTo("CATASTROPHIC");
        assertThat(html).contains("It validates nothing.", "another token");
        assertThat(html).containsPattern("\\d+<br>-0\\.\\d+  b[a-f0-9]{7}");
        assertThat(report.judged().bound95()).isNaN();
    }

    private ReportInputs parted(FoundPath found) {
        return new ReportInputs(List.of(new Source("r.json", ForgedResults.catastrophic())), new TreeMap<>(), false, false)
                .with(Optional.of(found));
    }

    private static FoundPath found(String promptId, int position) {
        return new FoundPath(0, Optional.of(new FoundPath.Place(promptId, position)), List.of(
                new PathStep(Level.LAYER, "3", "All layers before are equal.", throttlelab.engine.comparison.divergence.Source.LOG),
                new PathStep(Level.WORKER, "worker-5", "It delivered slot 5.", throttlelab.engine.comparison.divergence.Source.LOG)), List.of("One remark."));
    }

    @Test
    void theFirstDivergenceIsFollowedAsFarAsTheStreamsTellIt() throws IOException {
        Report report = Reports.of(List.of(file("r.json", ForgedResults.catastrophic())), ReportContext.NOTHING);

        String html = Files.readString(written(report, ReportFormat.HTML));
        assertThat(html).contains("The first divergence, followed down to who", "<td>the streams</td>",
                "There is no audit log of either run at hand").doesNotContain("<td>Layer</td>");
    }

    @Test
    void whoMadeTheDifferenceIsInEveryFormat() throws IOException {
        Report streams = Reports.of(List.of(file("r.json", ForgedResults.catastrophic())), ReportContext.NOTHING);
        List<FileComparison.Pair> couples = Reports.couples(streams.inputs());
        int pair = IntStream.range(0, couples.size())
                .filter(i -> couples.get(i).comparison().firstDivergent().isPresent()).findFirst().orElseThrow();
        StreamDiff parted = couples.get(pair).comparison().firstDivergent().orElseThrow();
        FoundPath at = found(parted.promptId(), parted.first().orElseThrow().position());
        Report report = Reports.of(parted(new FoundPath(pair, at.visible(), at.steps(), at.remarks())));

        String html = Files.readString(written(report, ReportFormat.HTML));
        assertThat(html).contains("<td>Layer</td><td>3</td>", "<td>Worker</td><td>worker-5</td>", "the audit logs",
                "One remark.", "it carries what was found, not the logs");
        String json = Files.readString(written(report, ReportFormat.JSON));
        Schemas.assertValid("report", json);
        assertThat(json).contains("\"value\" : \"worker-5\"");
        String pdf = PdfContents.of(Files.readAllBytes(written(report, ReportFormat.PDF))).orElseThrow().pages().stream()
                .flatMap(List::stream).collect(Collectors.joining("\n"));
        assertThat(pdf).contains("worker-5", "Layer");
        Verification verification = Verifier.inspect(json.getBytes(StandardCharsets.UTF_8), Path.of("x"));
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.unproven()).anySatisfy(text -> assertThat(text).contains("could not be found again"));
    }

    @Test
    void aPathThatDoesNotFitTheStreamsIsRefused() {
        assertThatThrownBy(() -> Reports.of(parted(found("nobody", 0)))).isInstanceOf(InputException.class)
                .hasMessageContaining("a position that it does not have");
        assertThatThrownBy(() -> Reports.of(parted(new FoundPath(99, Optional.empty(), List.of(), List.of()))))
                .isInstanceOf(InputException.class).hasMessageContaining("a comparison that it does not have");
    }

    @Test
    void aComparisonClaimsNoMoreThanTwoFilesHold() throws IOException {
        Report report = hostile();
        String html = Files.readString(written(report, ReportFormat.HTML));

        assertThat(report.judged().title()).isEqualTo("STRICT");
        assertThat(html).contains("other profiles (A: none; B: steady)", "criteria that are laid down afterwards")
                .doesNotContain("The scheduler tolerates");
    }

    @Test
    void aFileComparedWithItselfShowsNothing() throws IOException {
        Path file = file("a.json", recording("none", "x", 5));

        assertThat(Reports.of(List.of(file, file), ReportContext.NOTHING).judged().title()).isEqualTo("VOID");
        Path shorter = file("b.json", recording("none", "x", 4));
        Report incomplete = Reports.of(List.of(file, shorter), ReportContext.NOTHING);
        assertThat(incomplete.judged().title()).isEqualTo("VOID");
        assertThat(incomplete.reasons()).singleElement().asString().contains("1 of 5 positions");
    }

    @Test
    void aRecordingAloneHasNoVerdict() throws IOException {
        Path file = file("a.json", recording("none", "x", 5));

        assertThatThrownBy(() -> Reports.of(List.of(file), ReportContext.NOTHING)).isInstanceOf(UsageException.class)
                .hasMessageContaining("alone has no verdict");
    }

    @ParameterizedTest
    @EnumSource
    void writingTellsHowFarItIsAndLeavesNoHalfFile(ReportFormat format) throws IOException {
        Report report = strict();
        List<Double> progress = new ArrayList<>();
        Path target = written(report, format);
        byte[] whole = Files.readAllBytes(target);
        Reports.write(report, format, target, (done, total) -> progress.add((double) done / total), () -> false);
        assertThat(progress).isNotEmpty().endsWith(1.0);

        for (int stopAt = 1; stopAt < progress.size(); stopAt += Math.max(1, progress.size() / 5)) {
            int[] beats = {0};
            int last = stopAt;
            Files.writeString(target, "older");
            assertThat(Reports.write(report, format, target, (_, _) -> beats[0]++, () -> beats[0] >= last)).isFalse();
            assertThat(target).hasContent("older");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
            }
        }
        written(report, format);
        assertThat(Files.readAllBytes(target)).as("the control: not stopped").isEqualTo(whole);
    }
}
