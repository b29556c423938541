package throttlelab.engine.comparison.divergence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.RunSteps;
import throttlelab.engine.recording.AuditTimesReader;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.words.Sentence;

/// Makes paths of what was found.
final class PathMaker {

    private final Visibles visibles;

    PathMaker(Visibles visibles) {
        this.visibles = visibles;
    }

    /// A path that ends at the token.
    DivergencePath unlocated(Outcome outcome, DivergencePath.Visible visible, List<Sentence> remarks) {
        return new DivergencePath(outcome, Optional.of(visible), Optional.empty(), PathWords.visible(visible), remarks);
    }

    /// The path that two logs show which fit each other.
    ///
    /// @param visible the difference to explain; nothing if the streams are equal
    DivergencePath compared(Stretch a, Stretch b, Optional<DivergencePath.Visible> visible) {
        Optional<LogDivergence> found = LogDivergence.first(a.window(), b.window());
        if (found.isEmpty()) {
            return new DivergencePath(Outcome.LOGS_EQUAL, visible, Optional.empty(),
                    visible.map(PathWords::visible).orElse(List.of()), List.of(PathWords.logsEqual(a, b)));
        }
        LogDivergence divergence = found.get();
        Stretch of = divergence.a().isPresent() ? a : b;
        RunSteps.Place place = of.steps().at(divergence.within());
        List<String> rows = Arrays.stream(place.prompts()).mapToObj(of.prompts()::get).map(RecordedPrompt::id).toList();
        Optional<DivergencePath.Visible> first = visible.filter(v -> rows.contains(v.promptId()))
                .or(() -> visibles.firstOf(rows)).or(() -> visible);
        PartedStage stage = stage(divergence, a, b, place);
        List<PathStep> steps = new ArrayList<>(first.map(PathWords::visible).orElse(List.of()));
        steps.addAll(new PathWords(stage, a, b).steps(place.prefill(), rows.size()));
        return new DivergencePath(Outcome.LOCATED, first, Optional.of(stage), steps, remarks(first, place, rows));
    }

    private PartedStage stage(LogDivergence divergence, Stretch a, Stretch b, RunSteps.Place place) {
        List<AuditTimesReader.Arrival> arrivalsA = arrivals(a, divergence);
        List<AuditTimesReader.Arrival> arrivalsB = arrivals(b, divergence);
        List<AuditTimesReader.Arrival> both = Stream.concat(arrivalsA.stream(), arrivalsB.stream()).toList();
        PartitionKind partition = a.setup().federation().partition();
        return new PartedStage(divergence.cause(), place.token(), divergence.any().layer(), divergence.any().kind(),
                new PartedStage.Side(a.window().from() + divergence.within(), divergence.a(), slots(arrivalsA), a.source()),
                new PartedStage.Side(b.window().from() + divergence.within(), divergence.b(), slots(arrivalsB), b.source()),
                divergence.parted().stream().map(pair -> new PartedStage.Parted(pair.slot(),
                        worker(pair.slot(), both, partition), pair.a(), pair.b())).toList());
    }

    private static List<AuditTimesReader.Arrival> arrivals(Stretch stretch, LogDivergence divergence) {
        return stretch.window().arrivals(stretch.window().from() + divergence.within(), divergence.any().layer(),
                divergence.any().kind());
    }

    private static List<Integer> slots(List<AuditTimesReader.Arrival> arrivals) {
        return arrivals.stream().map(AuditTimesReader.Arrival::slot).toList();
    }

    /// Where nobody noted it, it is known all the same but in the pipeline: slots are dealt in the order of workers.
    private static OptionalInt worker(int slot, List<AuditTimesReader.Arrival> arrivals, PartitionKind partition) {
        OptionalInt noted = arrivals.stream().filter(arrival -> arrival.slot() == slot)
                .mapToInt(AuditTimesReader.Arrival::worker).findFirst();
        return noted.isPresent() || partition == PartitionKind.PIPELINE ? noted : OptionalInt.of(slot);
    }

    private List<Sentence> remarks(Optional<DivergencePath.Visible> first, RunSteps.Place place, List<String> rows) {
        List<Sentence> remarks = new ArrayList<>();
        first.ifPresent(visible -> {
            long others = visibles.partingAt(rows, visible.diff().position()) - 1;
            if (others > 0) {
                remarks.add(Sentence.of("path.others-part", others));
            }
            if (visible.diff().position() > place.token()) {
                remarks.add(Sentence.of("path.part-before", place.token() + 1));
            }
        });
        return remarks;
    }
}
