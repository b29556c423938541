package throttlelab.engine.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;

/// Holds the lab to the page of this package, and the page to its promise: a forward pass written from it alone gives
/// the bits of the federation, and breaking any one of its rules gives others.
class ContractPageTest {

    private static final Path SHIPPED = Path.of(System.getProperty("throttlelab.samples"), "fractalmoe-30m");
    private static final int[] SHORT = {1022, 739, 738, 11};
    private static final List<int[]> PROMPTS = List.of(SHORT,
            new int[] {1022, 739, 738, 11, 259, 272, 322, 84, 67, 277, 585, 445, 534, 443, 298, 258, 937, 939, 344, 940,
                    13, 655, 472, 258},
            new int[] {1022});
    private static final int TOKENS = 6;
    private static final List<String> KNOWN = List.of("259 bd156217", "268 bff9fc6a", "84 bf2a4f2b", "283 bd9378e6");

    private static PageCheckpoint shipped;

    @BeforeAll
    static void readTheCheckpoint() throws IOException {
        shipped = new PageCheckpoint(SHIPPED);
    }

    @Test
    void theFederationGivesTheBitsThatThePageGives() throws Exception {
        List<List<String>> page = page(shipped, PROMPTS);
        assertThat(federation(SHIPPED, PROMPTS)).isEqualTo(page);
        assertThat(page.getFirst()).startsWith(KNOWN.toArray(String[]::new));
    }

    /// What the shipped model does without: several experts a token, normalised router weights, shared key-value heads,
    /// a tied output head, widths that no vector divides.
    @Test
    void thePageHoldsForOtherModelsOfTheArchitecture(@TempDir Path folder) throws Exception {
        tiny().write(folder);
        List<int[]> prompts = List.of(new int[] {262, 72, 101, 108, 108, 111}, new int[] {262, 119, 256, 120});
        assertThat(federation(folder, prompts)).isEqualTo(page(new PageCheckpoint(folder), prompts));
    }

    /// The control: equality above would be worth nothing if a page with another rule gave the same bits.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "EXPERTS_DESCENDING"})
    void breakingOneRuleOfThePageChangesBits(Broken rule) {
        assertThat(new PageForward(shipped, rule).stream(SHORT, TOKENS))
                .isNotEqualTo(new PageForward(shipped, Broken.NONE).stream(SHORT, TOKENS));
    }

    /// The shipped model takes one expert a token; an order shows with three.
    @Test
    void breakingTheOrderOfExpertsChangesBits(@TempDir Path folder) throws Exception {
        PageCheckpoint model = new PageCheckpoint(tiny().write(folder));
        int[] prompt = {262, 72, 101, 108, 108, 111};
        assertThat(new PageForward(model, Broken.EXPERTS_DESCENDING).stream(prompt, TOKENS))
                .isNotEqualTo(new PageForward(model, Broken.NONE).stream(prompt, TOKENS));
    }

    @Test
    void expAndLogGiveTheKnownAnswersOfThePage() {
        assertThat(Float.floatToIntBits(Elementary.exp(-6))).isEqualTo(0x3b22728f);
        assertThat(Float.floatToIntBits(Elementary.exp(-103))).isEqualTo(0x00000001);
        assertThat(Float.floatToIntBits(Elementary.log(47))).isEqualTo(0x407668d2);
        assertThat((float) StrictMath.exp(-6)).isNotEqualTo(Elementary.exp(-6));
        assertThat((float) StrictMath.log(47)).isNotEqualTo(Elementary.log(47));
    }

    private static TinyCheckpoint tiny() {
        return new TinyCheckpoint().dtype("BF16").hidden(38).layers(2).heads(16).keyValueHeads(2).headDim(6).experts(5)
                .expertsPerToken(3).expertWidth(24).normTopK(true).tied(true);
    }

    private static List<List<String>> page(PageCheckpoint model, List<int[]> prompts) {
        return prompts.stream().map(prompt -> new PageForward(model, Broken.NONE).stream(prompt, TOKENS)).toList();
    }

    private static List<List<String>> federation(Path directory, List<int[]> prompts) throws InterruptedException {
        FederationSettings settings = FederationSettings.DEFAULT;
        Throttle throttle = new Throttle(Profiles.NONE, settings.workers());
        try (Federation federation = Federation.open(Model.load(directory), settings, throttle)) {
            return federation.run(prompts, TOKENS, RunListener.NONE).stream().map(ContractPageTest::words).toList();
        }
    }

    private static List<String> words(GeneratedStream stream) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < stream.tokens().length; i++) {
            words.add(stream.tokens()[i] + " %08x".formatted(Float.floatToIntBits(stream.logprobs()[i])));
        }
        return words;
    }
}
