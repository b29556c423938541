package throttlelab.engine.report;

import java.io.IOException;
import java.util.List;
import throttlelab.engine.comparison.printed.Letters;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.comparison.printed.PrintedDiff;
import throttlelab.engine.comparison.printed.PrintedPosition;
import throttlelab.engine.comparison.printed.PrintedTotals;
import throttlelab.engine.comparison.printed.Question;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.PrintedToken;
import throttlelab.engine.report.content.Shown;

/// All positions of answers as printed, a position of two answers a row. Numbers stand as they are printed.
final class PrintedCsv {

    private static final String HEADINGS = "prompt,expected_answer,answer,position,difference,after_another_token,"
            + "expected_token,expected_text,token,text,expected_number,number,distance\r\n";

    private final CsvRows rows;

    private PrintedCsv(CsvRows rows) {
        this.rows = rows;
    }

    static void write(PrintedComparison comparison, CsvRows rows) throws IOException {
        rows.begin(HEADINGS, comparison.questions().stream().map(Question::totals)
                .mapToLong(PrintedTotals::comparisons).sum());
        PrintedCsv csv = new PrintedCsv(rows);
        for (Question question : comparison.questions()) {
            for (int i = 0; i < question.diffs().size(); i++) {
                csv.diff(question, i);
            }
        }
        rows.end();
    }

    private void diff(Question question, int number) throws IOException {
        List<Answer> answers = question.answers();
        PrintedDiff diff = question.diffs().get(number);
        String head = CsvRows.text(question.prompt()) + ',' + CsvRows.text(Letters.answer(0) + " " + answers.getFirst().name())
                + ',' + CsvRows.text(Letters.answer(number + 1) + " " + answers.get(number + 1).name()) + ',';
        for (int position = 0; position < diff.length(); position++) {
            PrintedPosition at = diff.at(position);
            rows.row(head + (position + 1) + ',' + switch (at.kind()) {
                case SAME -> "equal as printed";
                case LOGPROB -> "number";
                case ONE_SIDED -> "one-sided";
                case TOKEN -> "token";
            } + ',' + (at.consequence() ? "yes" : "no") + ',' + token(at.a()) + ',' + token(at.b()) + ','
                    + number(at.a()) + ',' + number(at.b()) + ','
                    + (at.distance() == null ? "" : at.distance().toString()));
        }
    }

    private static String token(PrintedToken token) {
        return token == null ? "," : (token.piece().id() < 0 ? "" : Integer.toString(token.piece().id())) + ','
                + CsvRows.quoted(token.piece().text() == null ? "" : Shown.quoted(token.piece().text()));
    }

    private static String number(PrintedToken token) {
        return token == null || token.number() == null ? "" : token.number();
    }
}
