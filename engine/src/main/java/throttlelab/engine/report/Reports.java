package throttlelab.engine.report;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import throttlelab.engine.comparison.divergence.AuditedRecording;
import throttlelab.engine.comparison.divergence.DivergenceLocator;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.IoConsumer;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.InputException;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.foreign.RecordedAnswers;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.report.content.PrintedInputs;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.ReportProgress;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.report.html.HtmlReport;
import throttlelab.engine.report.pdf.PdfReport;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.words.Sentence;

/// Makes reports and writes them.
public final class Reports {

    private Reports() {
    }

    /// The report on a result, on two files compared, or on answers of other systems. Who made the first difference is
    /// in it if the audit logs lie beside the files.
    ///
    /// @param files one result; or two files each of which is a recording or a result; or any number, if answers of other
    ///        systems are among them
    /// @param context what is at hand to make it more readable
    /// @throws InputException if a file cannot be used, or they cannot be compared
    /// @throws UsageException if they are too few, or too many, to be compared
    public static Report of(List<Path> files, ReportContext context) {
        return of(files, context, Optional.empty());
    }

    /// The same where somebody has found out already who made the first difference.
    ///
    /// @param found what was found; nothing to look for it in the audit logs
    public static Report of(List<Path> files, ReportContext context, Optional<FoundPath> found) {
        ReportInputs inputs = inputs(files, context);
        return of(inputs.with(found.isPresent() ? found : beside(files, inputs)));
    }

    /// What a report on files follows from, but for the way to the first difference.
    ///
    /// @throws InputException if a file cannot be used
    /// @throws UsageException if they are too few, or too many, to be compared
    public static ReportInputs inputs(List<Path> files, ReportContext context) {
        List<Source> sources = files.stream().map(Source::read).toList();
        refuse(files, sources);
        List<Recording> recordings = sources.stream().filter(source -> !source.foreign()).map(Source::runs)
                .flatMap(runs -> runs.recordings().stream()).toList();
        boolean known = context.model().isPresent() && recordings.stream()
                .allMatch(each -> each.setup().model().sameAs(ModelIdentity.of(context.model().get())));
        boolean foreign = sources.stream().anyMatch(Source::foreign);
        return new ReportInputs(sources, known && !foreign ? vocabulary(context.model().get(), recordings) : new TreeMap<>(),
                known && context.shippedModel(), recordings.stream().allMatch(each -> shipped(each, context)),
                Optional.empty(), new PrintedInputs(context.pairing(), foreign ? bytes(sources, context) : new TreeMap<>()));
    }

    private static void refuse(List<Path> files, List<Source> sources) {
        if (sources.stream().anyMatch(Source::foreign)) {
            if (sources.size() > ReportInputs.MOST_FILES) {
                throw new UsageException(Sentence.of("report.a-report-is-made-of", ReportInputs.MOST_FILES,
                        sources.size()));
            }
            if (sources.size() == 1 && sources.getFirst().answers().answers().size() < 2) {
                throw new UsageException(Sentence.of("report.there-is-only-one-answer", files.getFirst()));
            }
        } else if (sources.size() > 2) {
            throw new UsageException(Sentence.of("report.recordings-and-results-are-compared", sources.size()));
        } else if (sources.size() == 1 && !sources.getFirst().runs().result()) {
            throw new UsageException(Sentence.of("report.is-a-recording-which-alone", files.getFirst()));
        }
    }

    /// Of the tokens in our own recordings among answers of others.
    private static SortedMap<Integer, String> bytes(List<Source> sources, ReportContext context) {
        SortedMap<Integer, String> bytes = new TreeMap<>();
        for (Source source : sources) {
            if (!source.foreign()) {
                Model model = context.model().orElseThrow(() -> new InputException(
                        Sentence.of("report.cannot-be-compared-with-answers", source.name())));
                bytes.putAll(RecordedAnswers.bytes(source.runs(), model.tokenizer()));
            }
        }
        return bytes;
    }

    /// The pairs of recordings that a report compares, in order; none of answers of other systems.
    public static List<FileComparison.Pair> couples(ReportInputs inputs) {
        return Couples.of(inputs);
    }

    /// The way to the first difference as the audit logs beside the files tell it.
    private static Optional<FoundPath> beside(List<Path> files, ReportInputs inputs) {
        List<FileComparison.Pair> couples = couples(inputs);
        for (int pair = 0; pair < couples.size(); pair++) {
            FileComparison.Pair couple = couples.get(pair);
            Optional<DivergencePath> path = DivergenceLocator.locate(
                    new AuditedRecording(couple.expected(), AuditedRun.beside(files.getFirst(), couple.expected())),
                    new AuditedRecording(couple.actual(), AuditedRun.beside(files.getLast(), couple.actual())));
            if (path.isPresent()) {
                return FoundPath.of(pair, path.get());
            }
        }
        return Optional.empty();
    }

    /// The report that follows from inputs.
    ///
    /// @throws InputException if a source cannot be used, or they cannot be compared
    public static Report of(ReportInputs inputs) {
        return inputs.foreign() ? PrintedReport.of(inputs)
                : inputs.sources().size() == 1 ? BetReport.of(inputs) : ComparisonReport.of(inputs);
    }

    private static SortedMap<Integer, String> vocabulary(Model model, List<Recording> recordings) {
        SortedMap<Integer, String> vocabulary = new TreeMap<>();
        for (Recording recording : recordings) {
            for (RecordedPrompt prompt : recording.prompts()) {
                for (int token : prompt.stream().tokens()) {
                    if (token < model.config().vocabularySize()) {
                        vocabulary.computeIfAbsent(token, model.tokenizer()::piece);
                    }
                }
            }
        }
        return vocabulary;
    }

    private static boolean shipped(Recording recording, ReportContext context) {
        List<Prompt> prompts = recording.prompts().stream().map(RecordedPrompt::prompt).toList();
        return prompts.size() <= context.shippedPrompts().size()
                && prompts.equals(context.shippedPrompts().subList(0, prompts.size()));
    }

    /// The digest of a report, whatever it is written as: that of its JSON.
    public static Sha256 digest(Report report) {
        return SelfDigest.verify(ReportJson.of(report)).orElseThrow();
    }

    /// Writes a report. Whatever happens, no half file is left, and an older one is replaced only by a whole one.
    ///
    /// @param progress is told how far it is, on the calling thread
    /// @param stop is asked now and then; `true` ends the writing
    /// @return whether it was written
    /// @throws RunException if the file cannot be written
    public static boolean write(Report report, ReportFormat format, Path file, ReportProgress progress,
            BooleanSupplier stop) {
        try {
            SafeFiles.write(file, content(report, format, new Pulse(progress, stop)));
            return true;
        } catch (Pulse.Stopped e) {
            return false;
        }
    }

    private static IoConsumer<OutputStream> content(Report report, ReportFormat format, Pulse pulse) {
        return switch (format) {
            case CSV -> out -> PositionsCsv.write(report, out, pulse);
            case HTML -> {
                byte[] json = json(report, pulse);
                yield out -> out.write(HtmlReport.of(report, json, SelfDigest.verify(json).orElseThrow(), pulse));
            }
            case JSON -> {
                byte[] json = json(report, pulse);
                yield out -> {
                    out.write(json);
                    pulse.beat(1, 1);
                };
            }
            case PDF -> {
                byte[] json = json(report, pulse);
                yield out -> out.write(PdfReport.of(report, json, SelfDigest.verify(json).orElseThrow(), pulse));
            }
        };
    }

    private static byte[] json(Report report, Pulse pulse) {
        pulse.beat(0, 1);
        byte[] json = ReportJson.of(report);
        pulse.beat(0, 1);
        return json;
    }
}
