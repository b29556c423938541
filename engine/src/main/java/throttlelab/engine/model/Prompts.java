package throttlelab.engine.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;

/// Reads prompts from a file of JSON Lines in UTF-8: an object with the texts `id` and `prompt` a line. Blank lines and
/// other keys are passed over.
public final class Prompts {

    private static final int LIMIT = 1 << 26;
    private static final int LONGEST_ID = 100;

    private Prompts() {
    }

    /// The prompts of `file`, in its order, at least one.
    ///
    /// @throws throttlelab.engine.InputException if the file cannot be read, a line is not such an object, an id
    ///         comes twice, or a prompt is empty or not valid Unicode; names file and line
    public static List<Prompt> read(Path file) {
        List<Prompt> prompts = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        int number = 0;
        for (String line : TextFiles.readText(file, LIMIT).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                Prompt prompt = prompt(JsonInput.parseLine(line, file, number));
                Integer before = lines.putIfAbsent(prompt.id(), number);
                if (before != null) {
                    throw BadInput.in(file, Sentence.of("model.line-has-the-id-which", number,
                            BadInput.quoted(prompt.id()), before), Sentence.of("model.give-every-prompt-an-id"));
                }
                prompts.add(prompt);
            }
        }
        if (prompts.isEmpty()) {
            throw BadInput.in(file, Sentence.of("model.it-holds-no-prompt"),
                    Sentence.of("model.write-a-json-object-with"));
        }
        return List.copyOf(prompts);
    }

    private static Prompt prompt(JsonInput json) {
        String id = json.at("id").text();
        if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)
                || Tokenizer.firstLoneSurrogate(id) >= 0) {
            throw json.at("id").wrong(Sentence.of("model.this-is-not-an-id"),
                    Sentence.of("model.use-1-to-visible-characters", LONGEST_ID));
        }
        String text = json.at("prompt").text();
        if (text.isEmpty()) {
            throw json.at("prompt").wrong(Sentence.of("model.the-prompt-is-empty"),
                    Sentence.of("model.write-a-text-to-go"));
        }
        int lone = Tokenizer.firstLoneSurrogate(text);
        if (lone >= 0) {
            throw json.at("prompt").wrong(Sentence.of("model.half-a-character-stands-alone", lone),
                    Sentence.of("model.write-the-whole-character"));
        }
        return new Prompt(id, text);
    }
}
