package throttlelab.engine.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.lesson.Clue.Kind.CHECKSUM_DIFFERS;
import static throttlelab.engine.lesson.Clue.Kind.CHECKSUM_UNFIT;
import static throttlelab.engine.lesson.Clue.Kind.EARLIER_TOKEN_ADDRESS;
import static throttlelab.engine.lesson.Clue.Kind.EARLIER_TOKEN_NUMBERS;
import static throttlelab.engine.lesson.Clue.Kind.EXPECTED_REFUSED;
import static throttlelab.engine.lesson.Clue.Kind.GATE_INCOMPLETE;
import static throttlelab.engine.lesson.Clue.Kind.LINE_MISSING;
import static throttlelab.engine.lesson.Clue.Kind.LINE_TWICE;
import static throttlelab.engine.lesson.Clue.Kind.OTHER_LAYER_ADDRESS;
import static throttlelab.engine.lesson.Clue.Kind.OTHER_ORDER;
import static throttlelab.engine.lesson.Clue.Kind.OTHER_SLOT_ADDRESS;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.VirtualTime;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.LiveSetup;
import throttlelab.engine.live.RunTrace;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// Each of the ten defects leaves evidence that tells it from the other nine, wherever it shows; a sound federation leaves
/// none.
class SuspectTest {

    private static final int TOKENS = 10;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 45L);

    /// What gives each of them away.
    private static final Map<Defect, Set<Clue.Kind>> SIGNS = new EnumMap<>(Map.of(
            Defect.EARLY_GATE, Set.of(GATE_INCOMPLETE, LINE_MISSING, EXPECTED_REFUSED),
            Defect.DUPLICATE_COUNTED, Set.of(GATE_INCOMPLETE, LINE_MISSING, LINE_TWICE, EXPECTED_REFUSED),
            Defect.STALE_ACCEPTED, Set.of(EARLIER_TOKEN_ADDRESS, EXPECTED_REFUSED),
            Defect.OTHER_LAYER, Set.of(OTHER_LAYER_ADDRESS),
            Defect.SLOTS_SWAPPED, Set.of(OTHER_SLOT_ADDRESS),
            Defect.WRONG_ORDER, Set.of(OTHER_ORDER),
            Defect.SLOT_DROPPED, Set.of(LINE_MISSING),
            Defect.CHECKSUM_UNCHECKED, Set.of(CHECKSUM_UNFIT),
            Defect.MISCOMPUTED, Set.of(CHECKSUM_DIFFERS),
            Defect.CACHED_NUMBERS, Set.of(CHECKSUM_DIFFERS, EARLIER_TOKEN_NUMBERS)));

    private static GeneratedStream run(FederationOptions options, RunTrace trace) throws InterruptedException {
        FederationSettings settings = new FederationSettings(PartitionKind.SLICED, 8, CombinePolicy.CONTENT_ADDRESSED,
                new Tempo(1_000_000));
        Model model = LessonModel.shipped();
        try (Federation federation = Federation.open(model, settings, new Throttle(Profiles.PHONE, 8),
                options.withClock(new VirtualTime()).withObserver(trace))) {
            return federation.run(List.of(LessonModel.prompt()), TOKENS, RunListener.NONE).getFirst();
        }
    }

    private static Evidence evidence(Suspect suspect) throws InterruptedException {
        RunTrace trace = new RunTrace();
        GeneratedStream broken = run(suspect.in(FederationOptions.DEFAULT), trace);
        Inspection sound = new Inspection();
        GeneratedStream right = run(FederationOptions.DEFAULT.withAudit(sound), new RunTrace());
        // Another order of addition may end in the same bits; the log tells all the same.
        if (suspect.defect() != Defect.WRONG_ORDER && suspect.defect() != Defect.SLOTS_SWAPPED) {
            assertThat(bits(broken)).isNotEqualTo(bits(right));
        }
        return suspect.evidence(sound, trace);
    }

    private static List<Integer> bits(GeneratedStream stream) {
        return IntStream.range(0, TOKENS).mapToObj(i -> Float.floatToIntBits(stream.logprobs()[i])).toList();
    }

    private static Set<Clue.Kind> kinds(Evidence evidence) {
        return evidence.clues().stream().map(Clue::kind).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void itsEvidenceGivesItAway(Defect defect) throws InterruptedException {
        for (long seed : SEEDS) {
            Evidence evidence = evidence(Suspect.of(List.of(defect), seed, TOKENS, LessonModel.shipped()));

            assertThat(kinds(evidence)).as("seed %d: %s", seed, evidence).isEqualTo(SIGNS.get(defect));
            assertThat(evidence.stage()).isPresent();
        }
    }

    @Test
    void noTwoAreGivenAwayByTheSame() {
        assertThat(SIGNS).hasSize(Defect.values().length);
        assertThat(new HashSet<>(SIGNS.values())).hasSize(Defect.values().length);
    }

    @Test
    void aSoundFederationLeavesNone() throws InterruptedException {
        Inspection one = new Inspection();
        Inspection other = new Inspection();
        run(FederationOptions.DEFAULT.withAudit(one), new RunTrace());
        run(FederationOptions.DEFAULT.withAudit(other), new RunTrace());

        Evidence evidence = Evidence.of(one, other, number -> 8);
        assertThat(evidence.stage()).isEmpty();
        assertThat(evidence.clues()).isEmpty();
        assertThat(one.stages()).hasSizeGreaterThan(TOKENS);
    }

    /// On threads, at full speed, with a phone that the gate need not wait for.
    @ParameterizedTest
    @EnumSource(Defect.class)
    void onRealThreadsToo(Defect defect) throws InterruptedException {
        Model model = LessonModel.shipped();
        Suspect suspect = Suspect.of(List.of(defect), 7, TOKENS, model);
        LiveSetup setup = new LiveSetup(new FederationSettings(PartitionKind.SLICED, 8, CombinePolicy.CONTENT_ADDRESSED,
                Tempo.ofMillis(1)), LessonModel.prompt(), TOKENS, false);
        try (LiveRun run = LiveRun.start(model, setup, new Throttle(Profiles.PHONE, 8),
                suspect.in(FederationOptions.DEFAULT))) {
            assertThat(run.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.complete()).as("%s", run.error()).isTrue();

            assertThat(kinds(suspect.evidence(model, run))).isEqualTo(SIGNS.get(defect));
        }
    }

    @Test
    void everyOneIsChosenBySomeSeed() {
        Set<Defect> chosen = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            chosen.add(Suspect.of(List.of(Defect.values()), seed, TOKENS, LessonModel.shipped()).defect());
        }
        assertThat(chosen).containsExactlyInAnyOrder(Defect.values());
    }

    @Test
    void theSameSeedChoosesTheSame() throws InterruptedException {
        List<Defect> all = List.of(Defect.values());
        assertThat(evidence(Suspect.of(all, 11, TOKENS, LessonModel.shipped())))
                .isEqualTo(evidence(Suspect.of(all, 11, TOKENS, LessonModel.shipped())));
    }

    @Test
    void nothingElseMayBeWrongWithIt() {
        Suspect suspect = Suspect.of(List.of(Defect.EARLY_GATE), 1, TOKENS, LessonModel.shipped());
        FederationOptions options = suspect.in(FederationOptions.DEFAULT);
        Throttle throttle = new Throttle(Profiles.NONE, 8);
        for (FederationSettings settings : List.of(
                new FederationSettings(PartitionKind.PIPELINE, 8, CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL),
                new FederationSettings(PartitionKind.SLICED, 8, CombinePolicy.MAJORITY, Tempo.FULL))) {
            assertThatThrownBy(() -> Federation.open(LessonModel.shipped(), settings, throttle, options))
                    .isInstanceOf(UsageException.class).hasMessageContaining("seeded defect");
        }
        assertThatThrownBy(() -> Suspect.of(List.of(Defect.EARLY_GATE), 1, 3, LessonModel.shipped()))
                .isInstanceOf(UsageException.class).hasMessageContaining("4 tokens");
    }
}
