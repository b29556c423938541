package throttlelab.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import throttlelab.app.host.Host;
import throttlelab.app.summary.CompareJson;
import throttlelab.app.summary.CompareSummary;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;

/// Compares two files of streams.
@Command(name = "compare", description = {
        "Compares two recordings, or results of bets, token by token and bit by bit, and ends with the verdict's exit code.",
        "Two results are compared profile by profile; a recording is compared with every profile of a result."})
final class CompareCommand extends HostedCommand {

    @Parameters(index = "0", paramLabel = "A", description = "A recording, or the result of a bet.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private Path b;

    CompareCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() {
        RecordedRuns first = RecordingFile.readAny(a);
        RecordedRuns second = RecordingFile.readAny(b);
        FileComparison comparison = FileComparison.of(first, second);
        json().write(members -> CompareJson.write(members, first, second, comparison));
        new CompareSummary(first, second, comparison).print(terminal());
        return ExitCode.of(comparison.verdict());
    }
}
