package throttlelab.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import throttlelab.app.host.Host;
import throttlelab.app.summary.ReportSummary;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.ProgressLine;
import throttlelab.engine.InputException;
import throttlelab.engine.bet.ResultFile;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.recording.foreign.ForeignFile;
import throttlelab.engine.report.ReportContext;
import throttlelab.engine.report.ReportFormat;
import throttlelab.engine.report.Reports;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.schedule.matrix.MatrixFile;
import throttlelab.engine.schedule.matrix.MatrixPages;
import throttlelab.engine.schedule.matrix.MatrixResult;

/// Writes a result for a reader.
@Command(name = "report", description = {
        "Writes the result of a bet, the comparison of two files, or that of answers of other systems, for a reader: as "
        + "HTML, PDF, CSV of all positions, JSON. Each of them but the CSV carries all it was made of, and verify checks it.",
        "Where two runs part is followed down to the worker and its contribution, as far as audit logs (--audit of record "
        + "and bet) or running again (--locate) tell it.",
        "Without a format named all four are written; --json is the report as JSON."})
final class ReportCommand extends HostedCommand {

    private static final long SHORT_NANOS = 2_000_000_000;
    private static final int MOST_NAMED = 3;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "The result of a bet; or two recordings or results, to "
            + "report on their comparison; or any number of files with answers of other systems. Default: what bet wrote "
            + "last.")
    private List<Path> named = List.of();

    @Option(names = "--html", paramLabel = "FILE", order = 20, description = "One HTML file, with charts, for "
            + "screen and print.")
    private Path html;

    @Option(names = "--pdf", paramLabel = "FILE", order = 21, description = "Pages, with the data attached.")
    private Path pdf;

    @Option(names = "--csv", paramLabel = "FILE", order = 22,
            description = "All positions, a row each, for a spreadsheet. It carries no digest.")
    private Path csv;

    @Option(names = "--matrix", paramLabel = "FILE", order = 24, description = "What explore --matrix wrote: the table is "
            + "written beside the report, as JSON, HTML and CSV.")
    private Path matrix;

    @Mixin
    private ModelOption model;

    @Mixin
    private PrintedFiles printed;

    @Mixin
    private LocateOptions locate;

    @Option(names = "--out", paramLabel = "DIR", order = 80, description = "The folder all four are written into. "
            + "Default: "
            + "where the result is, unless a format is named.")
    private Path out;

    ReportCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Path> files = named.isEmpty() ? List.of(folders().results().resolve(ResultFile.NAME)) : named;
        boolean foreign = files.stream().anyMatch(ForeignFile::isForeign);
        if (foreign) {
            locate.refuse();
        } else {
            printed.refuse();
        }
        Map<ReportFormat, Path> targets = targets(files);
        Optional<MatrixResult> table = Optional.ofNullable(matrix).map(MatrixFile::read);
        ReportInputs inputs = Reports.inputs(files, context());
        Report report = Reports.of(foreign ? inputs : inputs.with(path(files, inputs)));
        for (Map.Entry<ReportFormat, Path> target : targets.entrySet()) {
            if (!write(report, target.getKey(), target.getValue())) {
                terminal().note("Stopped: " + target.getValue() + " was not written.");
                return ExitCode.STOPPED;
            }
        }
        table.ifPresent(result -> beside(targets.values().iterator().next(), result));
        new ReportSummary(report).print(terminal(), targets);
        return ExitCode.OK;
    }

    private void beside(Path report, MatrixResult table) {
        terminal().note("The invariance matrix is in " + MatrixPages.beside(report, table).stream().map(Path::toString)
                .collect(Collectors.joining(" and ")) + ".");
    }

    private Optional<FoundPath> path(List<Path> files, ReportInputs inputs) throws InterruptedException {
        List<FileComparison.Pair> couples = Reports.couples(inputs);
        return locate.find(host(), model, files.getFirst(), files.getLast(), couples)
                .flatMap(found -> FoundPath.of(couples.indexOf(found.pair()), found.path()));
    }

    private Map<ReportFormat, Path> targets(List<Path> files) {
        Map<ReportFormat, Path> targets = new LinkedHashMap<>();
        put(targets, ReportFormat.HTML, html);
        put(targets, ReportFormat.PDF, pdf);
        put(targets, ReportFormat.CSV, csv);
        put(targets, ReportFormat.JSON, json().file().orElse(null));
        if (targets.isEmpty() || out != null) {
            Path folder = Optional.ofNullable(out).or(() -> Optional.ofNullable(files.getFirst().getParent()))
                    .orElse(Path.of(""));
            for (ReportFormat format : ReportFormat.values()) {
                targets.putIfAbsent(format, folder.resolve(name(files) + "." + format.ending()));
            }
        }
        return targets;
    }

    private static void put(Map<ReportFormat, Path> targets, ReportFormat format, Path file) {
        if (file != null) {
            targets.put(format, file);
        }
    }

    private static String name(List<Path> files) {
        List<String> names = new ArrayList<>();
        files.stream().limit(MOST_NAMED)
                .forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.(jsonl?|tlab)$", "")));
        int more = files.size() - names.size();
        return String.join("-with-", names) + (more == 0 ? "" : "-and-" + more + "-more");
    }

    /// What makes a report more readable; a report can be made without it.
    private ReportContext context() {
        try {
            Model loaded = model.load(folders(), terminal());
            List<Prompt> shipped = Prompts.read(Samples.prompts(folders()));
            return new ReportContext(Optional.of(loaded), !model.given(), shipped, printed.pairing());
        } catch (InputException e) {
            if (model.given()) {
                throw e;
            }
            terminal().note("The report names tokens by their numbers alone, because no model is at hand: " + e.getMessage());
            return new ReportContext(Optional.empty(), false, List.of(), printed.pairing());
        }
    }

    private boolean write(Report report, ReportFormat format, Path file) {
        long[] progress = {0, 1};
        long began = System.nanoTime();
        // What is written in no time needs no progress.
        try (Painter _ = new Painter(terminal(), () -> System.nanoTime() - began < SHORT_NANOS ? Optional.empty()
                : Optional.of(new ProgressLine("Writing " + file.getFileName(), progress[0], progress[1], "steps",
                        Optional.empty(), "")))) {
            return Reports.write(report, format, file, (done, total) -> {
                progress[0] = done;
                progress[1] = total;
            }, host().stop()::raised);
        }
    }
}
