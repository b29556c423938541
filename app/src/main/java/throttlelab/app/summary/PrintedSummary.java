package throttlelab.app.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import throttlelab.app.terminal.Printable;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.app.terminal.Wrap;
import throttlelab.engine.comparison.printed.Letters;
import throttlelab.engine.comparison.printed.Outputs;
import throttlelab.engine.comparison.printed.Parting;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.comparison.printed.PrintedDiff;
import throttlelab.engine.comparison.printed.PrintedDifference;
import throttlelab.engine.comparison.printed.PrintedPosition;
import throttlelab.engine.comparison.printed.PrintedTotals;
import throttlelab.engine.comparison.printed.Question;
import throttlelab.engine.recording.foreign.Answer;

/// Answers of other systems compared, for a reader at a terminal.
public final class PrintedSummary {

    private static final int MOST_ROWS = 20;
    private static final int PROMPT = 30;
    private static final int LONG_PROMPT = 120;

    private final PrintedComparison comparison;

    /// A summary of `comparison`.
    public PrintedSummary(PrintedComparison comparison) {
        this.comparison = comparison;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        PrintedTotals totals = comparison.totals();
        page.verdict(comparison.verdict());
        page.gap();
        page.entry("Compared", Numbers.count(totals.comparisons(), "position") + " of "
                + Numbers.count(comparison.questions().size(), "prompt"));
        page.entry("Different", different(totals));
        if (comparison.questions().size() == 1) {
            question(page, comparison.questions().getFirst());
        } else if (!comparison.questions().isEmpty()) {
            questions(page);
        }
        page.list("Notes", comparison.notes());
    }

    private static String different(PrintedTotals totals) {
        return Numbers.count(totals.tokenDivergences(), "token") + ", "
                + Numbers.logprobs(totals.logprobDivergences())
                + (totals.farthest().signum() == 0 ? "" : ", at most " + PrintedNames.distance(totals.farthest())
                        + " apart")
                + (totals.oneSided() == 0 ? "" : "; " + Numbers.logprobs(totals.oneSided()) + " on one side only")
                + (totals.consequences() == 0 ? "" : "; " + Numbers.count(totals.consequences())
                        + " of these positions follow a different token");
    }

    private static void question(Page page, Question question) {
        if (!question.prompt().isEmpty()) {
            page.entry("Prompt", Wrap.cut(question.prompt().replace('\n', ' '), LONG_PROMPT));
        }
        page.entry("Outputs", outputs(question));
        page.entry("Tokens", "told apart by " + question.identity().title());
        page.gap();
        shown(question.answers().size()).forEach(i -> page.entry(Letters.answer(i), said(question.answers().get(i))));
        more(page, question.answers().size(), "answer");
        TextTable table = new TextTable("Beside A", "compared", "tokens differ", "log-probs differ", "farthest",
                "first at");
        shown(question.diffs().size()).forEach(i -> table.row(row(Letters.answer(i + 1), question.diffs().get(i))));
        page.table(table);
        partings(page, question.outputs());
        first(question).ifPresent(text -> page.list("First difference", List.of(text)));
    }

    private static IntStream shown(int size) {
        return IntStream.range(0, Math.min(MOST_ROWS, size));
    }

    private static void more(Page page, int size, String what) {
        if (size > MOST_ROWS) {
            page.entry("…", "and " + Numbers.count(size - MOST_ROWS, what) + " more");
        }
    }

    private static String said(Answer answer) {
        return answer.name() + " (" + answer.format().title() + (answer.model().isEmpty() ? "" : ", " + answer.model())
                + ", " + Numbers.count(answer.length(), "token") + ", " + answer.scale().title() + " with up to "
                + Numbers.count(answer.decimals(), "decimal") + ")";
    }

    private static String outputs(Question question) {
        Outputs outputs = question.outputs();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < outputs.unique().size(); i++) {
            int printings = outputs.printings().get(i);
            groups.add(Letters.answers(outputs.unique().get(i))
                    + (printings > 1 ? " (printed in " + printings + " ways)" : ""));
        }
        return Numbers.count(outputs.unique().size(), "different output") + " of "
                + Numbers.count(question.answers().size(), "answer") + ": " + String.join("; ", groups)
                + (outputs.cutShort().isEmpty() ? ""
                        : "; cut off before they could part: " + Letters.answers(outputs.cutShort()));
    }

    private static List<String> row(String name, PrintedDiff diff) {
        PrintedTotals totals = diff.totals();
        return List.of(name, Numbers.count(totals.comparisons()), Numbers.count(totals.tokenDivergences()),
                Numbers.count(totals.logprobDivergences() + totals.oneSided()),
                PrintedNames.distance(totals.farthest()),
                diff.first().map(at -> String.valueOf(at.position() + 1)).orElse(""));
    }

    private static void partings(Page page, Outputs outputs) {
        List<String> lines = new ArrayList<>();
        for (Parting parting : outputs.partings().stream().limit(MOST_ROWS).toList()) {
            lines.add("at token " + (parting.position() + 1) + ": " + String.join(", ", parting.branches().stream()
                    .map(way -> PrintedNames.token(way.piece()) + " (" + Letters.answers(way.answers()) + ")")
                    .toList()));
        }
        page.list("Where they part", lines);
    }

    private static Optional<String> first(Question question) {
        for (int i = 0; i < question.diffs().size(); i++) {
            Optional<PrintedPosition> first = question.diffs().get(i).first();
            if (first.isPresent()) {
                PrintedPosition at = first.get();
                return Optional.of("token " + (at.position() + 1) + ": A has " + PrintedNames.printed(at.a()) + ", "
                        + Letters.answer(i + 1) + " has " + PrintedNames.printed(at.b())
                        + (at.kind() == PrintedDifference.LOGPROB
                                ? ", " + PrintedNames.distance(at.distance()) + " apart" : ""));
            }
        }
        return Optional.empty();
    }

    private void questions(Page page) {
        TextTable table = new TextTable("Prompt", "answers", "outputs", "part at", "tokens differ", "log-probs differ");
        shown(comparison.questions().size()).mapToObj(comparison.questions()::get).forEach(question -> {
            PrintedTotals totals = question.totals();
            table.row(Wrap.cut(Printable.of(question.prompt().replace('\n', ' ')), PROMPT),
                    Numbers.count(question.answers().size()), Numbers.count(question.outputs().unique().size()),
                    question.outputs().partings().stream().findFirst()
                            .map(parting -> String.valueOf(parting.position() + 1)).orElse(""),
                    Numbers.count(totals.tokenDivergences()),
                    Numbers.count(totals.logprobDivergences() + totals.oneSided()));
        });
        page.table(table);
        more(page, comparison.questions().size(), "prompt");
    }
}
