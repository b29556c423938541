package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import throttlelab.engine.InputException;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.files.OneLine;
import throttlelab.engine.words.Sentence;

/// Reads one answer of a server: an object with `choices`, or one with `completion_probabilities`. An answer of a batch
/// service is found in its `response.body`.
final class AnswerReader {

    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_PROMPT = 1 << 22;
    private static final int MOST_SHOWN = 120;

    private final JsonStream json;
    private final PieceReader pieces;
    private final TokenReader tokens;
    private final List<Choice> choices = new ArrayList<>();
    private final Set<Integer> indexes = new HashSet<>();
    private final Choice whole;
    private String model = "";
    private String prompt;
    private String promptId;
    private boolean llamaCpp;
    private boolean refused;
    private String said = "";

    AnswerReader(JsonStream json, PieceReader pieces, TokenReader tokens) {
        this.json = json;
        this.pieces = pieces;
        this.tokens = tokens;
        this.whole = new Choice(json);
    }

    /// The streams of the answer that stands here, without names.
    List<Answer> read() {
        json.object(this::member);
        if (whole.format != null) {
            choices.add(whole);
        }
        if (choices.isEmpty() && refused) {
            throw error();
        }
        if (choices.isEmpty()) {
            throw llamaCpp ? silent(Format.LLAMA_CPP) : ForeignFile.unknown(json);
        }
        return choices.stream().map(choice -> new Answer("", choice.format, choice.scale, model, promptId, prompt,
                choice.ending, choice.tokens())).toList();
    }

    private void member(String key) {
        switch (key) {
            case "choices" -> json.array(this::choice);
            case "completion_probabilities" -> {
                whole.format = Format.LLAMA_CPP;
                json.array(() -> tokens.read(whole));
            }
            case "object" -> refused = json.isText() && json.text(LONGEST_NAME).equals("error");
            case "message" -> said = json.isText() ? json.text(LONGEST_PROMPT) : said;
            case "error" -> {
                failed();
                throw error();
            }
            case "response" -> wrapped("body");
            case "body" -> json.object(this::member);
            case "model" -> model = json.isText() ? json.text(LONGEST_NAME) : model;
            case "prompt" -> prompt = json.isText() ? json.text(LONGEST_PROMPT) : null;
            case "custom_id", "prompt_id" -> promptId = json.text(LONGEST_NAME);
            case "generation_settings", "tokens_predicted" -> llamaCpp = true;
            case "stop_type" -> ending(json.text(LONGEST_NAME));
            case "stopped_limit" -> ended(Ending.CUT);
            case "stopped_eos", "stopped_word" -> ended(Ending.STOPPED);
            default -> {
                // Servers say more than is needed here.
            }
        }
    }

    private void wrapped(String body) {
        if (json.isObject()) {
            json.object(key -> {
                if (key.equals(body) || key.equals("error")) {
                    member(key);
                }
            });
        }
    }

    private void ending(String why) {
        whole.ending = switch (why) {
            case "limit", "length" -> Ending.CUT;
            case "eos", "word", "stop" -> Ending.STOPPED;
            default -> Ending.UNKNOWN;
        };
    }

    private void ended(Ending ending) {
        whole.ending = json.isTrue() ? ending : whole.ending;
    }

    private void choice() {
        Choice choice = new Choice(json);
        List<Integer> ids = new ArrayList<>();
        boolean[] chat = new boolean[1];
        json.object(key -> {
            switch (key) {
                case "index" -> choice.index = json.integer(0, Integer.MAX_VALUE);
                case "logprobs" -> CompletionReader.read(json, pieces, tokens, choice);
                case "finish_reason" -> choice.ending = finish(json.text(LONGEST_NAME));
                case "token_ids" -> json.array(() -> ids.add(json.integer(0, Integer.MAX_VALUE)));
                case "message" -> chat[0] = true;
                case "delta" -> throw json.wrong(Sentence.of("recording.this-is-a-part-of"),
                        Sentence.of("recording.ask-the-server-with-stream"));
                default -> {
                    // Servers say more than is needed here.
                }
            }
        });
        if (choice.format == null) {
            throw silent(chat[0] ? Format.CHAT : Format.COMPLETIONS);
        }
        if (choice.index >= 0 && !indexes.add(choice.index)) {
            throw json.wrong(Sentence.of("recording.there-are-two-choices-with", choice.index),
                    Sentence.of("recording.use-the-answer-as-the"));
        }
        choice.identify(ids, pieces);
        choices.add(choice);
    }

    private static Ending finish(String why) {
        return switch (why) {
            case "length" -> Ending.CUT;
            case "stop", "eos", "tool_calls", "function_call", "eos_token", "stop_sequence" -> Ending.STOPPED;
            default -> Ending.UNKNOWN;
        };
    }

    private InputException silent(Format format) {
        return json.wrong(Sentence.of("recording.this-answer-has-no-log", format.title()),
                Sentence.of("recording.ask-the-server-for-them", format.request()));
    }

    /// What a server wrote instead of an answer: a text, or an object with a message.
    private void failed() {
        if (json.isText()) {
            said = json.text(LONGEST_PROMPT);
        } else if (json.isObject()) {
            json.object(key -> said = key.equals("message") && json.isText() ? json.text(LONGEST_PROMPT) : said);
        }
    }

    private InputException error() {
        return json.wrong(Sentence.of("recording.this-is-no-answer-but", OneLine.of(said, MOST_SHOWN)),
                Sentence.of("recording.ask-again"));
    }
}
