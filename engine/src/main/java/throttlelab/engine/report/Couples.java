package throttlelab.engine.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.ResultReader;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Source;

/// Which recordings a report compares with which.
final class Couples {

    private Couples() {
    }

    /// The pairs in order. Of a result: `none` and each other run.
    static List<FileComparison.Pair> of(ReportInputs inputs) {
        if (inputs.foreign()) {
            return List.of();
        }
        Source first = inputs.sources().getFirst();
        return inputs.sources().size() == 1
                ? of(first, ResultReader.read(first.bytes(), Path.of(first.name())))
                : FileComparison.of(first.runs(), inputs.sources().getLast().runs()).pairs();
    }

    /// @param result what is in `source`
    static List<FileComparison.Pair> of(Source source, BetResult result) {
        List<Recording> recordings = source.runs().recordings();
        return IntStream.range(1, recordings.size()).mapToObj(i -> new FileComparison.Pair(recordings.getFirst(),
                recordings.get(i), result.judgement().comparisons().get(i))).toList();
    }
}
