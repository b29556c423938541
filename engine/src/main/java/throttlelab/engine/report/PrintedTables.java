package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.aside;
import static throttlelab.engine.report.content.Block.paragraph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.comparison.printed.Branch;
import throttlelab.engine.comparison.printed.Letters;
import throttlelab.engine.comparison.printed.Parting;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.comparison.printed.PrintedDiff;
import throttlelab.engine.comparison.printed.PrintedDifference;
import throttlelab.engine.comparison.printed.PrintedPosition;
import throttlelab.engine.comparison.printed.PrintedTotals;
import throttlelab.engine.comparison.printed.Question;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Ending;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedToken;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Shown;

/// The tables of a report on answers as printed. Rows are grouped by prompt, answers named by letters within it.
final class PrintedTables {

    private static final int MOST_ROWS = 200;
    private static final int MOST_FIRST = 60;
    private static final int PROMPT = 40;
    private static final MathContext DIGITS = new MathContext(3);

    private final PrintedComparison comparison;

    PrintedTables(PrintedComparison comparison) {
        this.comparison = comparison;
    }

    /// How far apart two printed numbers are.
    static String distance(BigDecimal distance) {
        return distance.signum() == 0 ? "0" : distance.round(DIGITS).toString();
    }

    /// Rows of a table that ends where it becomes too long.
    private static final class Rows {

        private final int most;
        private final List<List<String>> rows = new ArrayList<>();
        private long left;
        private String group = "";

        Rows(int most) {
            this.most = most;
        }

        /// @param of which group; said once
        void add(String of, String... cells) {
            if (rows.size() == most) {
                left++;
                return;
            }
            List<String> row = new ArrayList<>(List.of(of.equals(group) ? "" : of));
            row.addAll(List.of(cells));
            rows.add(row);
            group = of;
        }

        void into(List<Block> blocks, String caption, String what, String... columns) {
            if (rows.isEmpty()) {
                return;
            }
            List<Column> heads = new ArrayList<>();
            for (String column : columns) {
                heads.add(switch (column.charAt(0)) {
                    case '#' -> new Column(column.substring(1), Kind.NUMBER);
                    case '`' -> new Column(column.substring(1), Kind.CODE);
                    default -> new Column(column, Kind.TEXT);
                });
            }
            blocks.add(new Block.Table(caption, heads, rows, true));
            if (left > 0) {
                blocks.add(aside(Figures.count(left, "more " + what) + "; all positions are in the CSV."));
            }
        }
    }

    private String prompt(int question) {
        String told = comparison.questions().get(question).prompt();
        String shown = Shown.text(told.length() > PROMPT ? told.substring(0, PROMPT) + "…" : told);
        return (question + 1) + (told.isEmpty() ? "" : " " + shown);
    }

    Section compared() {
        Rows rows = new Rows(MOST_ROWS);
        for (int q = 0; q < comparison.questions().size(); q++) {
            List<Answer> answers = comparison.questions().get(q).answers();
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i);
                rows.add(prompt(q), Letters.answer(i), Shown.text(answer.name()), answer.format().title(),
                        PrintedReport.model(answer), Figures.count(answer.length()),
                        answer.scale().title() + ", " + Figures.count(answer.decimals(), "decimal"),
                        ending(answer.ending()));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph("The first answer to a prompt, A, is the reference; each other is compared with it, token by "
                + "token."));
        rows.into(blocks, "The answers.", "answer", "Prompt", "Answer", "From", "Format", "Model", "#Tokens", "Numbers",
                "Ended");
        return new Section("compared", "What was compared", blocks);
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case STOPPED -> "by the model";
            case CUT -> "cut off";
            case UNKNOWN -> "–";
        };
    }

    Section divergences() {
        List<Block> blocks = new ArrayList<>();
        outputs(blocks);
        partings(blocks);
        diffs(blocks);
        firsts(blocks);
        return new Section("divergences", "Outputs, and where they part", blocks);
    }

    private void outputs(List<Block> blocks) {
        Rows rows = new Rows(MOST_ROWS);
        for (int q = 0; q < comparison.questions().size(); q++) {
            Question question = comparison.questions().get(q);
            List<List<Integer>> unique = question.outputs().unique();
            for (int i = 0; i < unique.size(); i++) {
                rows.add(prompt(q), Figures.count(i + 1) + " of " + Figures.count(unique.size()),
                        Letters.answers(unique.get(i)), Figures.count(question.outputs().printings().get(i)));
            }
            if (!question.outputs().cutShort().isEmpty()) {
                rows.add(prompt(q), "cut off before they could part", Letters.answers(question.outputs().cutShort()), "–");
            }
        }
        rows.into(blocks, "The different outputs: answers with the same tokens from beginning to end are one. Printed: in how "
                + "many ways their log-probabilities are printed.", "output", "Prompt", "Output", "Answers", "#Printed");
    }

    private void partings(List<Block> blocks) {
        Rows rows = new Rows(MOST_FIRST);
        for (int q = 0; q < comparison.questions().size(); q++) {
            for (Parting parting : comparison.questions().get(q).outputs().partings()) {
                for (Branch branch : parting.branches()) {
                    rows.add(prompt(q), Figures.count(parting.position() + 1L), token(branch.piece()),
                            Letters.answers(branch.answers()));
                }
            }
        }
        if (rows.rows.isEmpty() && !comparison.questions().isEmpty()) {
            blocks.add(paragraph("No answers to the same prompt part."));
        }
        rows.into(blocks, "Where they part: the token at which answers that were the same until there go on in different ways. "
                + "Token no. counts from 1.", "way on", "Prompt", "#Token no.", "`Goes on with", "Answers");
    }

    private void diffs(List<Block> blocks) {
        Rows rows = new Rows(MOST_ROWS);
        for (int q = 0; q < comparison.questions().size(); q++) {
            List<PrintedDiff> diffs = comparison.questions().get(q).diffs();
            for (int i = 0; i < diffs.size(); i++) {
                PrintedTotals totals = diffs.get(i).totals();
                rows.add(prompt(q), Letters.answer(i + 1), Figures.count(totals.comparisons()),
                        Figures.count(totals.tokenDivergences()), Figures.count(totals.logprobDivergences()),
                        Figures.count(totals.oneSided()), Figures.count(totals.consequences()),
                        Figures.count(totals.missing()), distance(totals.farthest()));
            }
        }
        rows.into(blocks, "Each answer beside A, position by position. One-sided: a log-probability is printed by one of them "
                + "only. Following: contained in the numbers before it, but after another token. Farthest: how far "
                + "log-probabilities of the same token of the same text are apart.", "answer", "Prompt", "Answer",
                "#Positions", "#Other token", "#Other number", "#One-sided", "#Following", "#Missing", "#Farthest");
    }

    private void firsts(List<Block> blocks) {
        Rows rows = new Rows(MOST_FIRST);
        for (int q = 0; q < comparison.questions().size(); q++) {
            List<PrintedDiff> diffs = comparison.questions().get(q).diffs();
            for (int i = 0; i < diffs.size(); i++) {
                int question = q;
                int other = i + 1;
                diffs.get(i).first().ifPresent(at -> rows.add(prompt(question), Letters.answer(other),
                        Figures.count(at.position() + 1L), printed(at.a()), printed(at.b()), apart(at)));
            }
        }
        rows.into(blocks, "The first position at which an answer differs from A: token, then its number as it is printed.",
                "answer", "Prompt", "Answer", "#Token no.", "`A has", "`It has", "#Apart");
    }

    private static String apart(PrintedPosition at) {
        return at.kind() == PrintedDifference.LOGPROB ? distance(at.distance()) : "–";
    }

    /// A token between quotation marks; a missing one is the end of an answer.
    static String token(Piece piece) {
        return piece == null ? "the end" : piece.text() == null ? Shown.text(piece.shown()) : Shown.quoted(piece.text());
    }

    private static String printed(PrintedToken token) {
        return token == null ? token(null)
                : token(token.piece()) + "\n" + (token.number() == null ? "no number" : token.number());
    }

    /// Every prompt, and what was answered.
    Section texts() {
        Rows rows = new Rows(MOST_ROWS);
        for (int q = 0; q < comparison.questions().size(); q++) {
            Question question = comparison.questions().get(q);
            String told = question.prompt().isEmpty() ? "" : Shown.text(question.prompt());
            for (List<Integer> output : question.outputs().unique()) {
                Answer answer = question.answers().get(output.getFirst());
                rows.add((q + 1) + (told.isEmpty() ? "" : " " + told), Letters.answers(output), Shown.text(answer.text()));
            }
        }
        List<Block> blocks = new ArrayList<>();
        rows.into(blocks, "Each different output once.", "output", "Prompt", "Answers", "What it says");
        if (blocks.isEmpty()) {
            blocks.add(paragraph("There is no prompt that two answers were given to."));
        }
        return new Section("prompts", "Prompts and what was answered", blocks);
    }
}
