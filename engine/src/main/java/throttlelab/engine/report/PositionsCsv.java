package throttlelab.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.ResultReader;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Source;

/// All positions of a report as comma-separated values (RFC 4180, UTF-8), a position a row.
final class PositionsCsv {

    private static final String HEADINGS = "compared,prompt_id,position,difference,after_another_token,expected_token,"
            + "expected_text,token,text,expected_logprob,logprob,expected_bits,bits,ulps,margin\r\n";

    private final CsvRows rows;
    private final Tokens tokens;

    private PositionsCsv(CsvRows rows, Tokens tokens) {
        this.rows = rows;
        this.tokens = tokens;
    }

    static void write(Report report, OutputStream out, Pulse pulse) throws IOException {
        CsvRows rows = new CsvRows(out, pulse);
        if (report.inputs().foreign()) {
            PrintedCsv.write(PrintedReport.comparison(report.inputs()), rows);
        } else {
            new PositionsCsv(rows, new Tokens(report.inputs().vocabulary())).write(pairs(report.inputs()));
        }
    }

    private static List<Pair> pairs(ReportInputs inputs) {
        Source first = inputs.sources().getFirst();
        if (inputs.sources().size() == 1) {
            BetResult result = ResultReader.read(first.bytes(), Path.of(first.name()));
            List<RecordedPrompt> none = result.runs().getFirst().prompts();
            return Stream.iterate(0, i -> i < result.runs().size(), i -> i + 1)
                    .map(i -> new Pair(result.runs().get(i).name(), none, result.runs().get(i).prompts(),
                            result.judgement().comparisons().get(i), "")).toList();
        }
        return FileComparison.of(first.runs(), inputs.sources().getLast().runs()).pairs().stream()
                .map(pair -> new Pair(pair.expected().profile() + "/" + pair.actual().profile(),
                        pair.expected().prompts(), pair.actual().prompts(), pair.comparison(), "")).toList();
    }

    private void write(List<Pair> pairs) throws IOException {
        rows.begin(HEADINGS, pairs.stream().mapToLong(pair -> pair.comparison().totals().comparisons()).sum());
        for (Pair pair : pairs) {
            Map<String, RecordedPrompt> expected = new HashMap<>();
            pair.expected().forEach(prompt -> expected.put(prompt.id(), prompt));
            for (StreamDiff stream : pair.comparison().streams()) {
                RecordedPrompt prompt = expected.get(stream.promptId());
                float[] margins = prompt == null ? new float[0] : prompt.stream().margins();
                for (int position = 0; position < stream.length(); position++) {
                    row(pair.name(), stream.promptId(), stream.at(position),
                            margins.length == 0 ? "" : Float.toString(margins[position]));
                }
            }
        }
        rows.end();
    }

    private void row(String name, String promptId, PositionDiff diff, String margin) throws IOException {
        rows.row(new StringBuilder().append(CsvRows.text(name)).append(',').append(CsvRows.text(promptId)).append(',').append(diff.position() + 1).append(',')
                .append(switch (diff.kind()) {
                    case EQUAL -> "equal";
                    case LOGPROB -> "bits";
                    case TOKEN -> "token";
                }).append(',').append(diff.consequence() ? "yes" : "no").append(',')
                .append(diff.expectedToken()).append(',').append(CsvRows.quoted(tokens.piece(diff.expectedToken()))).append(',')
                .append(diff.actualToken()).append(',').append(CsvRows.quoted(tokens.piece(diff.actualToken()))).append(',')
                .append(diff.expectedLogprob()).append(',').append(diff.actualLogprob()).append(',')
                .append(CsvRows.quoted(Figures.bits(diff.expectedLogprob()))).append(',')
                .append(CsvRows.quoted(Figures.bits(diff.actualLogprob()))).append(',').append(diff.ulps()).append(',')
                .append(margin));
    }
}
