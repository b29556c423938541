package throttlelab.engine.report;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.IoConsumer;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.ReportProgress;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.report.html.HtmlReport;
import throttlelab.engine.report.pdf.PdfReport;

/// Makes reports and writes them.
public final class Reports {

    private Reports() {
    }

    /// The report on a result, or on two files compared.
    ///
    /// @param files one result, or two files each of which is a recording or a result
    /// @param context what is at hand to make it more readable
    /// @throws InputException if a file cannot be used, or the two cannot be compared
    /// @throws UsageException if there is only a recording, which has no verdict
    public static Report of(List<Path> files, ReportContext context) {
        List<Source> sources = files.stream().map(Source::read).toList();
        List<RecordedRuns> runs = sources.stream().map(Source::runs).toList();
        if (runs.size() == 1 && !runs.getFirst().result()) {
            throw new UsageException(files.getFirst() + " is a recording, which alone has no verdict: name a second "
                    + "file "
                    + "to compare it with, or the result of a bet.");
        }
        List<Recording> recordings = runs.stream().flatMap(each -> each.recordings().stream()).toList();
        boolean known = context.model().isPresent() && recordings.stream()
                .allMatch(each -> each.setup().model().sameAs(ModelIdentity.of(context.model().get())));
        return of(new ReportInputs(sources, known ? vocabulary(context.model().get(), recordings) : new TreeMap<>(),
                known && context.shippedModel(), recordings.stream().allMatch(each -> shipped(each, context))));
    }

    /// The report that follows from inputs.
    ///
    /// @throws InputException if a source cannot be used, or two cannot be compared
    public static Report of(ReportInputs inputs) {
        return inputs.sources().size() == 1 ? BetReport.of(inputs) : ComparisonReport.of(inputs);
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
