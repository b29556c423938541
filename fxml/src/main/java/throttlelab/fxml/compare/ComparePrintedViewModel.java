package throttlelab.fxml.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import throttlelab.engine.comparison.printed.Branch;
import throttlelab.engine.comparison.printed.Parting;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.comparison.printed.PrintedTotals;
import throttlelab.engine.comparison.printed.Question;
import throttlelab.fxml.texts.Texts;

/// Puts a comparison of printed answers into words.
final class ComparePrintedViewModel {

    private static final int LONGEST_PROMPT = 60;

    private ComparePrintedViewModel() {
    }

    static PrintedView of(PrintedComparison comparison) {
        PrintedTotals totals = comparison.totals();
        String id = switch (comparison.verdict()) {
            case SAME_AS_PRINTED -> "strict";
            case SAME_TOKENS -> "lenient";
            case DIFFERENT -> "catastrophic";
            case INCOMPLETE -> "void";
        };
        List<String> counts = new ArrayList<>();
        counts.add(Texts.get("compare.printed.compared", ComparedPairViewModel.count(totals.comparisons()),
                ComparedPairViewModel.count(totals.missing())));
        counts.add(Texts.get("compare.printed.differ", ComparedPairViewModel.count(totals.tokenDivergences()),
                ComparedPairViewModel.count(totals.logprobDivergences() + totals.oneSided())));
        if (totals.farthest().signum() > 0) {
            counts.add(Texts.get("compare.printed.farthest", totals.farthest().toPlainString()));
        }
        CompareVerdict verdict = new CompareVerdict(id,
                Texts.get("compare.printed.symbol." + comparison.verdict().name()),
                Texts.get("compare.printed.verdict." + comparison.verdict().name()),
                sentence(comparison.verdict().saying().in(Texts.locale())), counts,
                comparison.sayings().stream().map(each -> each.in(Texts.locale())).toList());
        return new PrintedView(verdict, comparison.questions().stream().map(ComparePrintedViewModel::line).toList());
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private static PrintedView.Line line(Question question) {
        String prompt = question.prompt().isEmpty() ? Texts.get("compare.printed.untold") : question.prompt();
        int printings = question.outputs().printings().stream().mapToInt(Integer::intValue).sum();
        return new PrintedView.Line(
                prompt.length() > LONGEST_PROMPT ? prompt.substring(0, LONGEST_PROMPT) + "…" : prompt,
                Integer.toString(question.answers().size()), Integer.toString(question.outputs().unique().size()),
                Integer.toString(printings), question.outputs().partings().isEmpty()
                        ? Texts.get("compare.printed.nowhere")
                        : question.outputs().partings().stream().map(ComparePrintedViewModel::parting)
                                .collect(Collectors.joining("; ")));
    }

    private static String parting(Parting parting) {
        return Texts.get("compare.printed.parting", parting.position() + 1, parting.branches().stream()
                .map(ComparePrintedViewModel::branch).collect(Collectors.joining(" / ")));
    }

    private static String branch(Branch branch) {
        return Texts.get("compare.printed.branch", branch.piece() == null ? Texts.get("compare.printed.end")
                : "\"" + branch.piece().shown() + "\"", branch.answers().size());
    }
}
