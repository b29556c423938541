package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import throttlelab.engine.InputException;
import throttlelab.engine.model.Tokenizer;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.words.Sentence;

/// Recordings of ours as answers, to be laid beside those of other systems.
public final class RecordedAnswers {

    private RecordedAnswers() {
    }

    /// The streams of all recordings in a file, recording by recording.
    ///
    /// @param tokenizer of the model that was recorded, which tells what the tokens read
    /// @throws InputException if it is another one
    public static Answers of(RecordedRuns runs, Tokenizer tokenizer) {
        return of(runs, bytes(runs, tokenizer));
    }

    /// The bytes of all tokens in a file, by id, in hex digits.
    ///
    /// @throws InputException if the tokenizer is another one, or has no such token
    public static SortedMap<Integer, String> bytes(RecordedRuns runs, Tokenizer tokenizer) {
        SortedMap<Integer, String> bytes = new TreeMap<>();
        for (Recording recording : runs.recordings()) {
            if (!recording.setup().model().tokenizerDigest().equals(tokenizer.digest())) {
                throw new InputException(Sentence.of("recording.cannot-be-compared-with-answers", runs.file(),
                        recording.setup().model().tokenizerDigest().prefix(12), tokenizer.digest().prefix(12)));
            }
            for (RecordedPrompt prompt : recording.prompts()) {
                for (int id : prompt.stream().tokens()) {
                    if (id < tokenizer.size()) {
                        bytes.computeIfAbsent(id, token -> HexFormat.of().formatHex(tokenizer.bytes(token)));
                    }
                }
            }
        }
        return bytes;
    }

    /// The streams of all recordings in a file, recording by recording.
    ///
    /// @param bytes what its tokens read, by id, in hex digits
    /// @throws InputException if a token is missing
    public static Answers of(RecordedRuns runs, Map<Integer, String> bytes) {
        List<Answer> answers = new ArrayList<>();
        for (Recording recording : runs.recordings()) {
            String profile = runs.result() ? " (" + recording.profile() + ")" : "";
            for (RecordedPrompt prompt : recording.prompts()) {
                answers.add(answer(runs.file() + profile, recording, prompt, bytes));
            }
        }
        return new Answers(runs.file(), answers);
    }

    private static Answer answer(String name, Recording recording, RecordedPrompt prompt,
            Map<Integer, String> bytes) {
        List<PrintedToken> tokens = new ArrayList<>();
        for (int i = 0; i < prompt.stream().length(); i++) {
            int id = prompt.stream().tokens()[i];
            String hex = bytes.get(id);
            if (hex == null) {
                throw new InputException(Sentence.of("recording.cannot-be-used-the-token", name, id, prompt.id()));
            }
            tokens.add(new PrintedToken(new Piece(id, hex, PieceReader.decoded(hex)),
                    Float.toString(prompt.stream().logprobs()[i]), List.of()));
        }
        Ending ending = tokens.size() == recording.setup().tokens() ? Ending.CUT : Ending.UNKNOWN;
        return new Answer(name, Format.OWN, Scale.FLOAT, recording.setup().model().name(), prompt.id(),
                prompt.prompt().text(), ending, PrintedTokens.of(tokens));
    }
}
