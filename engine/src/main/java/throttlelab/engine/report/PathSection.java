package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.Difference;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.comparison.divergence.AuditedRecording;
import throttlelab.engine.comparison.divergence.DivergenceLocator;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.comparison.divergence.PathStep;
import throttlelab.engine.comparison.divergence.Source;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.report.content.Shown;
import throttlelab.engine.words.Sentence;

/// The first divergence as a path that a person can follow: prompt, token, layer, stage, worker, contribution.
final class PathSection {

    private PathSection() {
    }

    /// @param couples what the report compares
    /// @param found what audit logs or running again told; nothing if only the streams are known
    /// @return nothing to be shown if nothing differs
    /// @throws InputException if what was found does not fit the streams
    static List<Block> of(List<FileComparison.Pair> couples, Optional<FoundPath> found) {
        return found.map(path -> carried(couples, path)).orElseGet(() -> told(couples));
    }

    /// As far as the streams tell it.
    private static List<Block> told(List<FileComparison.Pair> couples) {
        for (FileComparison.Pair couple : couples) {
            Optional<DivergencePath> path = DivergenceLocator.locate(
                    new AuditedRecording(couple.expected(), Optional.empty()),
                    new AuditedRecording(couple.actual(), Optional.empty()));
            if (path.isPresent()) {
                return blocks(couple, path.get().steps(), path.get().remarks());
            }
        }
        return List.of();
    }

    private static List<Block> carried(List<FileComparison.Pair> couples, FoundPath path) {
        if (path.pair() >= couples.size()) {
            throw unfit(Sentence.of("report.way-no-comparison"));
        }
        FileComparison.Pair couple = couples.get(path.pair());
        List<PathStep> steps = new ArrayList<>(path.visible().map(place -> DivergencePath.seen(seen(couple, place)))
                .orElse(List.of()));
        steps.addAll(path.steps());
        List<String> remarks = new ArrayList<>(path.remarks());
        if (!path.steps().isEmpty()) {
            remarks.add("Prompt and token follow from the streams. The steps below them were found "
                    + (path.steps().getLast().source() == Source.LOG ? "in the audit logs of the runs"
                            : "by running that stretch again")
                    + " when this report was made; it carries what was found, not the logs.");
        }
        return blocks(couple, steps, remarks);
    }

    private static DivergencePath.Visible seen(FileComparison.Pair couple, FoundPath.Place place) {
        StreamDiff stream = couple.comparison().stream(place.promptId())
                .filter(diff -> place.position() < diff.length())
                .orElseThrow(() -> unfit(Sentence.of("report.way-no-position")));
        PositionDiff diff = stream.at(place.position());
        if (diff.kind() == Difference.EQUAL) {
            throw unfit(Sentence.of("report.way-no-difference"));
        }
        return new DivergencePath.Visible(place.promptId(), diff);
    }

    private static InputException unfit(Sentence what) {
        return new InputException(Sentence.of("report.the-way-to-the-first", what));
    }

    private static List<Block> blocks(FileComparison.Pair couple, List<PathStep> steps, List<String> remarks) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table("The first divergence, followed down to who: where A, "
                + Shown.text(couple.expected().profile()) + ", and B, " + Shown.text(couple.actual().profile())
                + ", part.", List.of(new Column("Step", Kind.TEXT), new Column("Which", Kind.TEXT),
                        new Column("What is to be seen there", Kind.TEXT), new Column("Found in", Kind.TEXT)),
                steps.stream().map(PathSection::row).toList(), false));
        remarks.stream().map(Shown::text).map(Block::aside).forEach(blocks::add);
        return blocks;
    }

    private static List<String> row(PathStep step) {
        return List.of(step.level().name().charAt(0) + step.level().name().substring(1).toLowerCase(Locale.ROOT),
                Shown.text(step.value()), Shown.text(step.sentence()), switch (step.source()) {
                    case STREAMS -> "the streams";
                    case LOG -> "the audit logs";
                    case RUN_AGAIN -> "running again";
                });
    }
}
