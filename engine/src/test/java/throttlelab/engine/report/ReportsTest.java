package throttlelab.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.UsageException;
import throttlelab.engine.bet.ForgedResults;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.files.Schemas;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.pdf.PdfContents;
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

        assertThat(report.verdict()).isEqualTo(Verdict.STRICT);
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

        assertThat(report.verdict()).isEqualTo(Verdict.CATASTROPHIC);
        assertThat(html).contains("It validates nothing.", "another token");
        assertThat(html).containsPattern("\\d+<br>-0\\.\\d+  b[a-f0-9]{7}");
        assertThat(report.bound95()).isNaN();
    }

    @Test
    void aComparisonClaimsNoMoreThanTwoFilesHold() throws IOException {
        Report report = hostile();
        String html = Files.readString(written(report, ReportFormat.HTML));

        assertThat(report.verdict()).isEqualTo(Verdict.STRICT);
        assertThat(html).contains("other profiles (A: none; B: steady)", "criteria that are laid down afterwards")
                .doesNotContain("The scheduler tolerates");
    }

    @Test
    void aFileComparedWithItselfShowsNothing() throws IOException {
        Path file = file("a.json", recording("none", "x", 5));

        assertThat(Reports.of(List.of(file, file), ReportContext.NOTHING).verdict()).isEqualTo(Verdict.VOID);
        Path shorter = file("b.json", recording("none", "x", 4));
        Report incomplete = Reports.of(List.of(file, shorter), ReportContext.NOTHING);
        assertThat(incomplete.verdict()).isEqualTo(Verdict.VOID);
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
