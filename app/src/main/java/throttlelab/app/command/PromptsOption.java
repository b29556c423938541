package throttlelab.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import throttlelab.app.host.Folders;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordingFile;

/// The option `--prompts`.
final class PromptsOption {

    private static final int MOST_DIGITS = 9;

    @Option(names = "--prompts", paramLabel = "N|FILE.jsonl", order = 11,
            description = "The first N of the 100 prompts that come with the program, or a file with an object with the "
                    + "keys id and prompt on each line, or those of a recording or result that ends in .json or "
                    + ".tlab. Default: all 100.")
    private String prompts;

    /// The prompts to run.
    ///
    /// @throws UsageException if so many prompts do not come with the program
    /// @throws throttlelab.engine.InputException if the file cannot be used
    List<Prompt> read(Folders folders) {
        if (prompts != null && !prompts.matches("-?[0-9]+")) {
            return prompts.matches(".*\\.(json|tlab)") ? recorded(path(prompts)) : Prompts.read(path(prompts));
        }
        if (prompts == null) {
            return Prompts.read(Samples.prompts(folders));
        }
        return shipped(folders, prompts.length() > MOST_DIGITS ? -1 : Integer.parseInt(prompts), prompts);
    }

    /// The first of the prompts that come with the program.
    ///
    /// @throws UsageException if so many do not come with it
    static List<Prompt> shipped(Folders folders, int count) {
        return shipped(folders, count, Integer.toString(count));
    }

    private static List<Prompt> shipped(Folders folders, int count, String asked) {
        List<Prompt> shipped = Prompts.read(Samples.prompts(folders));
        if (count < 1 || count > shipped.size()) {
            throw new UsageException("The program comes with " + shipped.size() + " prompts, so " + asked
                    + " cannot be taken: give --prompts 1 to " + shipped.size() + ", or a file of your own.");
        }
        return List.copyOf(shipped.subList(0, count));
    }

    /// What a recording or a result was made of, so that it can be made again.
    private static List<Prompt> recorded(Path file) {
        return RecordingFile.readAny(file).recordings().stream().findFirst()
                .map(recording -> recording.prompts().stream().map(RecordedPrompt::prompt).toList())
                .filter(prompts -> !prompts.isEmpty())
                .orElseThrow(() -> new InputException(file + " has no prompts: the bet was stopped before it began."));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("A file cannot be named '" + name + "': check the name of the file of prompts.", e);
        }
    }
}
