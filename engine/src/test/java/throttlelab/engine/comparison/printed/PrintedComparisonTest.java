package throttlelab.engine.comparison.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.comparison.printed.PrintedAnswers.answer;
import static throttlelab.engine.comparison.printed.PrintedAnswers.as;
import static throttlelab.engine.comparison.printed.PrintedAnswers.compared;
import static throttlelab.engine.comparison.printed.PrintedAnswers.ending;
import static throttlelab.engine.comparison.printed.PrintedAnswers.file;
import static throttlelab.engine.comparison.printed.PrintedAnswers.prompted;
import static throttlelab.engine.comparison.printed.PrintedAnswers.word;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Ending;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedToken;
import throttlelab.engine.recording.foreign.Scale;

class PrintedComparisonTest {

    @ParameterizedTest
    @CsvSource({"-0.5, -0.50", "-0.5, -5e-1", "-0.5, -0.5", "0, -0.0", "-1E2, -100"})
    void decimalsAreEqualIfTheyAreTheSameNumberHoweverWritten(String a, String b) {
        assertThat(kinds(answer("x", a), answer("x", b))).containsExactly(PrintedDifference.SAME);
    }

    @ParameterizedTest
    @CsvSource({"-0.5, -0.5000001, 0.0000001", "-0.1, -0.10000000149011612, 1.49011612E-9", "-2, -1, 1"})
    void otherDecimalsAreApart(String a, String b, BigDecimal distance) {
        PrintedDiff diff = diff(answer("x", a), answer("x", b));

        assertThat(diff.at(0).kind()).isEqualTo(PrintedDifference.LOGPROB);
        assertThat(diff.at(0).distance()).isEqualByComparingTo(distance);
        assertThat(diff.totals().farthest()).isEqualByComparingTo(distance);
    }

    /// The float −0.1 is −0.100000001490116119384765625.
    @ParameterizedTest
    @CsvSource({"-0.10000000149011612, true", "-0.100000001, true", "-0.1, true", "-0.10000002, false",
        "-0.100000009, false", "-0.100000005, true"})
    void aFloatOfOursEqualsADecimalThatReadsBackToIt(String decimal, boolean equal) {
        Answer ours = as(Scale.FLOAT, answer("x", "-0.1"));

        for (List<Answer> order : List.of(List.of(ours, answer("x", decimal)), List.of(answer("x", decimal), ours))) {
            assertThat(kinds(order.get(0), order.get(1)))
                    .containsExactly(equal ? PrintedDifference.SAME : PrintedDifference.LOGPROB);
        }
    }

    /// A server that rounds to four decimals in one place does so in all; one that prints nine digits elsewhere means
    /// what it prints.
    @Test
    void aFloatOfOursIsRoundedOnlyForAServerThatRounds() {
        Answer ours = as(Scale.FLOAT, answer("x", "-0.50003", "y", "-1.23456"));

        assertThat(kinds(ours, answer("x", "-0.5", "y", "-1.2346"))).containsOnly(PrintedDifference.SAME);
        assertThat(kinds(ours, answer("x", "-0.5001", "y", "-1.2346"))).containsExactly(PrintedDifference.LOGPROB,
                PrintedDifference.SAME);
        assertThat(kinds(ours, answer("x", "-0.5", "y", "-1.23456001"))).containsExactly(PrintedDifference.LOGPROB,
                PrintedDifference.SAME);
    }

    @Test
    void whatOnlyOneSidePrintsIsNotEqual() {
        Answer all = answer("x", "-1", "y", "-2");
        Answer half = answer("x", null, "y", "-2");

        PrintedComparison comparison = compared(all, half);
        assertThat(comparison.questions().getFirst().diffs().getFirst().at(0).kind())
                .isEqualTo(PrintedDifference.ONE_SIDED);
        assertThat(comparison.verdict()).isEqualTo(PrintedVerdict.SAME_TOKENS);
        assertThat(compared(all, answer("x", "-9999.0", "y", "-2")).totals().oneSided()).isEqualTo(1);

        PrintedComparison nulls = compared(half, half);
        assertThat(nulls.verdict()).isEqualTo(PrintedVerdict.SAME_AS_PRINTED);
        assertThat(nulls.totals().unprinted()).isEqualTo(1);
        assertThat(nulls.notes()).anyMatch(note -> note.contains("1 position has a log-probability in neither"));
        assertThat(compared(answer("x", null), answer("x", null)).verdict()).isEqualTo(PrintedVerdict.INCOMPLETE);
    }

    @Test
    void probabilitiesAreNotLogProbabilities() {
        PrintedComparison comparison = compared(answer("x", "-1"), as(Scale.PROBABILITY, answer("x", "-1")));

        assertThat(comparison.totals().oneSided()).isEqualTo(1);
        assertThat(comparison.notes()).anyMatch(note -> note.contains("only their tokens were compared"));
    }

    @Test
    void whatFollowsADifferentTokenIsItsConsequence() {
        PrintedDiff diff = diff(answer("a", "-1", "b", "-1", "c", "-1", "d", "-1"),
                answer("a", "-2", "x", "-1", "c", "-3", "d", "-1"));

        assertThat(kinds(diff)).containsExactly(PrintedDifference.LOGPROB, PrintedDifference.TOKEN,
                PrintedDifference.LOGPROB, PrintedDifference.SAME);
        assertThat(diff.at(1).consequence()).isFalse();
        assertThat(diff.at(2).consequence()).isTrue();
        assertThat(diff.totals()).isEqualTo(
                new PrintedTotals(4, 1, 2, 0, 0, 1, 0, BigDecimal.ONE));
        assertThat(diff.first()).hasValueSatisfying(first -> assertThat(first.position()).isZero());
        assertThat(compared(diff.a(), diff.b()).verdict()).isEqualTo(PrintedVerdict.DIFFERENT);
    }

    @Test
    void anAnswerThatWasCutOffIsIncompleteAndOneThatEndedDiffers() {
        PrintedComparison cut = compared(word("abc"), word("ab"));
        assertThat(cut.verdict()).isEqualTo(PrintedVerdict.INCOMPLETE);
        assertThat(cut.totals().missing()).isEqualTo(1);

        PrintedComparison ended = compared(word("abc"), ending(Ending.STOPPED, word("ab")));
        assertThat(ended.verdict()).isEqualTo(PrintedVerdict.DIFFERENT);
        PrintedPosition end = ended.questions().getFirst().diffs().getFirst().at(2);
        assertThat(end.kind()).isEqualTo(PrintedDifference.TOKEN);
        assertThat(end.b()).isNull();
        assertThat(compared(ending(Ending.STOPPED, word("ab")), ending(Ending.STOPPED, word("ab"))).verdict())
                .isEqualTo(PrintedVerdict.SAME_AS_PRINTED);
    }

    @Test
    void outputsPartInATree() {
        Outputs outputs = compared(word("abcd"), word("abxd"), word("abcd"), word("abce"), word("ab"),
                ending(Ending.STOPPED, word("abc"))).questions().getFirst().outputs();

        assertThat(outputs.unique()).containsExactly(List.of(0, 2), List.of(1), List.of(3), List.of(5));
        assertThat(outputs.cutShort()).containsExactly(4);
        assertThat(outputs.printings()).containsExactly(1, 1, 1, 1);
        assertThat(outputs.partings()).extracting(Parting::position).containsExactly(2, 3);
        assertThat(outputs.partings().getFirst().branches()).extracting(Branch::answers)
                .containsExactly(List.of(0, 2, 3, 5), List.of(1));
        assertThat(outputs.partings().getLast().branches())
                .extracting(branch -> branch.piece() == null ? "end" : branch.piece().text())
                .containsExactlyInAnyOrder("d", "e", "end");
    }

    @Test
    void theSameTokensMayBePrintedInManyWays() {
        Outputs outputs = compared(answer("x", "-1.0"), answer("x", "-1"), answer("x", "-2"),
                as(Scale.FLOAT, answer("x", "-1"))).questions().getFirst().outputs();

        assertThat(outputs.unique()).hasSize(1);
        assertThat(outputs.printings()).containsExactly(2);
    }

    @Test
    void tokensAreToldApartByTheBestThatAllAnswersGive() {
        Piece whole = new Piece(7, "61", "a");
        assertThat(identity(whole, new Piece(7, null, "other"))).isEqualTo(TokenIdentity.ID);
        assertThat(identity(whole, new Piece(-1, "61", "a"))).isEqualTo(TokenIdentity.BYTES);
        assertThat(identity(whole, new Piece(-1, null, "a"))).isEqualTo(TokenIdentity.TEXT);
        assertThatThrownBy(() -> identity(new Piece(7, null, null), new Piece(-1, null, "a")))
                .isInstanceOf(InputException.class).hasMessageContaining("by ids only");
    }

    @Test
    void answersToDifferentPromptsAreNotCompared() {
        PrintedComparison comparison = compared(prompted(null, "one", word("ab")), prompted(null, "two", word("ab")));

        assertThat(comparison.verdict()).isEqualTo(PrintedVerdict.INCOMPLETE);
        assertThat(comparison.alone()).isEqualTo(2);
        assertThat(comparison.notes()).anyMatch(note -> note.contains("2 answers have no other answer to the same prompt"));
    }

    @Test
    void promptsAreMatchedByIdAndByText() {
        PrintedComparison comparison = PrintedComparison.of(List.of(
                file(prompted("p1", "one", word("ab")), prompted("p2", "two", word("cd"))),
                file(prompted("p2", null, word("cd"))), file(prompted(null, "one", word("ax")))), Pairing.TOLD);

        assertThat(comparison.questions()).extracting(Question::prompt).containsExactly("p1", "p2");
        assertThat(comparison.questions()).extracting(question -> question.totals().verdict())
                .containsExactly(PrintedVerdict.DIFFERENT, PrintedVerdict.SAME_AS_PRINTED);
        assertThat(comparison.verdict()).isEqualTo(PrintedVerdict.DIFFERENT);
    }

    @Test
    void anAnswerThatTellsNothingMustBeToldWhatItAnswers() {
        var ours = file(prompted("p1", "one", word("ab")), prompted("p2", "two", word("cd")));
        var silent = file(word("cd"));

        assertThatThrownBy(() -> PrintedComparison.of(List.of(ours, silent), Pairing.TOLD))
                .isInstanceOf(UsageException.class).hasMessageContaining("which of 2 prompts");
        assertThat(PrintedComparison.of(List.of(ours, silent), new Pairing(false, "p2")).verdict())
                .isEqualTo(PrintedVerdict.SAME_AS_PRINTED);
        assertThatThrownBy(() -> PrintedComparison.of(List.of(ours, silent), new Pairing(false, "p3")))
                .isInstanceOf(UsageException.class).hasMessageContaining("'p3'");
        assertThat(PrintedComparison.of(List.of(ours, file(word("ab"), word("cd"))), new Pairing(true, null))
                .questions()).hasSize(2).allMatch(question -> question.totals().verdict()
                        == PrintedVerdict.SAME_AS_PRINTED);
        assertThat(PrintedComparison.of(List.of(file(prompted("p1", "one", word("ab"))), file(word("ab"))),
                Pairing.TOLD).verdict()).isEqualTo(PrintedVerdict.SAME_AS_PRINTED);
    }

    @Test
    void nothingThatIsSaidClaimsBits() {
        assertThat(Arrays.stream(PrintedVerdict.values()).map(v -> v + v.words())).noneMatch(words -> words
                .toLowerCase(Locale.ROOT).matches(".*(strict|bit).*"));
        assertThat(compared(word("a"), word("a")).notes())
                .anyMatch(note -> note.contains("at most that two log-probabilities are equal as printed"));
    }

    private static TokenIdentity identity(Piece a, Piece b) {
        return compared(one(a), one(b)).questions().getFirst().identity();
    }

    private static Answer one(Piece piece) {
        return PrintedAnswers.of(Scale.LOGPROB, List.of(new PrintedToken(piece, "-1", List.of())));
    }

    private static PrintedDiff diff(Answer a, Answer b) {
        return compared(a, b).questions().getFirst().diffs().getFirst();
    }

    private static List<PrintedDifference> kinds(Answer a, Answer b) {
        return kinds(diff(a, b));
    }

    private static List<PrintedDifference> kinds(PrintedDiff diff) {
        return IntStream.range(0, diff.length()).mapToObj(i -> diff.at(i).kind()).toList();
    }
}
