package throttlelab.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import throttlelab.app.host.Host;
import throttlelab.app.summary.CompareJson;
import throttlelab.app.summary.CompareSummary;
import throttlelab.app.summary.DistanceSummary;
import throttlelab.app.summary.DivergenceJson;
import throttlelab.app.summary.LocatedPair;
import throttlelab.app.summary.PathSummary;
import throttlelab.app.summary.PrintedJson;
import throttlelab.app.summary.PrintedSummary;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;

/// Compares files of streams.
@Command(name = "compare", description = {
        "Compares two recordings, or results of bets, token by token and bit by bit, and ends with the verdict's exit code.",
        "Two results are compared profile by profile; a recording is compared with every profile of a result.",
        "Where they differ it says where they part, down to the worker and its contribution, as far as their audit logs "
        + "(--audit of record and bet) or running again (--locate) tell it.",
        "Answers of other systems (OpenAI chat completions, completions of vLLM, llama.cpp) may be any number, recordings "
        + "among them; exit codes are then 0 equal as printed, 1 same tokens, 2 tokens differ, 3 not everything could be "
        + "compared."})
final class CompareCommand extends HostedCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "Two recordings or results of bets; or files with answers of other systems.")
    private List<Path> files;

    @Mixin
    private ModelOption model;

    @Mixin
    private PrintedFiles printed;

    @Mixin
    private LocateOptions locate;

    CompareCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        return printed.apply(files) ? printed() : bits(files.getFirst(), files.getLast());
    }

    private int bits(Path a, Path b) throws InterruptedException {
        RecordedRuns first = RecordingFile.readAny(a);
        RecordedRuns second = RecordingFile.readAny(b);
        FileComparison comparison = FileComparison.of(first, second);
        Optional<LocatedPair> located = locate.find(host(), model, a, b, comparison.pairs());
        json().write(members -> {
            CompareJson.write(members, first, second, comparison);
            DivergenceJson.write(members, comparison, located);
        });
        new CompareSummary(first, second, comparison).print(terminal());
        new DistanceSummary(comparison).print(terminal());
        located.ifPresent(pair -> new PathSummary(pair).print(terminal()));
        return ExitCode.of(comparison.verdict());
    }

    private int printed() throws InterruptedException {
        locate.refuse();
        PrintedComparison comparison = printed.compare(files, model, folders());
        json().write(members -> PrintedJson.write(members, comparison));
        new PrintedSummary(comparison).print(terminal());
        return ExitCode.of(comparison.verdict());
    }
}
