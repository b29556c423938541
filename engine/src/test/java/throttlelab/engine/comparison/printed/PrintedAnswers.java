package throttlelab.engine.comparison.printed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.Ending;
import throttlelab.engine.recording.foreign.Format;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedToken;
import throttlelab.engine.recording.foreign.PrintedTokens;
import throttlelab.engine.recording.foreign.Scale;

/// Answers that no server ever gave.
final class PrintedAnswers {

    private PrintedAnswers() {
    }

    /// Tokens and their numbers in turn; `null` for a number that is not printed.
    static Answer answer(String... tokensAndNumbers) {
        List<PrintedToken> tokens = new ArrayList<>();
        for (int i = 0; i < tokensAndNumbers.length; i += 2) {
            tokens.add(new PrintedToken(new Piece(-1, null, tokensAndNumbers[i]), tokensAndNumbers[i + 1], List.of()));
        }
        return of(Scale.LOGPROB, tokens);
    }

    static Answer of(Scale scale, List<PrintedToken> tokens) {
        return new Answer("a", scale == Scale.FLOAT ? Format.OWN : Format.CHAT, scale, "m", null, null, Ending.CUT,
                PrintedTokens.of(tokens));
    }

    static Answer as(Scale scale, Answer answer) {
        return of(scale, answer.tokens());
    }

    static Answer ending(Ending ending, Answer a) {
        return new Answer(a.name(), a.format(), a.scale(), a.model(), a.promptId(), a.prompt(), ending, a.tokens());
    }

    static Answer prompted(String id, String prompt, Answer a) {
        return new Answer(a.name(), a.format(), a.scale(), a.model(), id, prompt, a.ending(), a.tokens());
    }

    /// An answer whose tokens are the letters of a word.
    static Answer word(String letters) {
        return answer(letters.chars().boxed().flatMap(c -> Stream.of(Character.toString(c), "-1"))
                .toArray(String[]::new));
    }

    static Answers file(Answer... answers) {
        return new Answers(Path.of("it.json"), List.of(answers));
    }

    static PrintedComparison compared(Answer... answers) {
        return PrintedComparison.of(List.of(file(answers)), Pairing.TOLD);
    }
}
