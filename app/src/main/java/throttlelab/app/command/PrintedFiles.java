package throttlelab.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import picocli.CommandLine.Option;
import throttlelab.app.host.Folders;
import throttlelab.engine.LabException;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.printed.Pairing;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.model.Tokenizer;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.ForeignFile;
import throttlelab.engine.recording.foreign.RecordedAnswers;
import throttlelab.engine.recording.foreign.Vocabulary;

/// What is to be known to compare answers of other systems, recordings of ours among them.
final class PrintedFiles {

    @Option(names = "--prompt", paramLabel = "ID", order = 11, description = "With answers of other systems: compare only "
            + "answers to this prompt of a recording; answers that do not say what they answer are taken to answer it.")
    private String promptId;

    @Option(names = "--by-line", order = 12, description = "With answers of other systems: the answers of each file stand "
            + "in the order of the prompts, and the first is compared with the first of every other file, and so on. "
            + "Otherwise all answers of a file that do not say what they answer answer the same prompt.")
    private boolean byLine;

    /// Whether `files` are not two of ours, which are compared bit by bit.
    boolean apply(List<Path> files) {
        if (files.stream().anyMatch(ForeignFile::isForeign)) {
            return true;
        }
        if (files.size() != 2) {
            throw new UsageException("Recordings and results are compared two at a time, and here are " + files.size()
                    + ": name two.");
        }
        return false;
    }

    /// Which answers belong together.
    Pairing pairing() {
        if (byLine && promptId != null) {
            throw new UsageException("Both --prompt and --by-line say which answers belong together: use one of them.");
        }
        return new Pairing(byLine, promptId);
    }

    /// Refuses the options where there are no answers of other systems.
    void refuse() {
        if (byLine || promptId != null) {
            throw new UsageException("Recordings and results say which prompts they answer: leave --prompt and --by-line "
                    + "out.");
        }
    }

    /// @param model whose tokenizer says what the tokens of our own recordings say
    PrintedComparison compare(List<Path> files, ModelOption model, Folders folders) throws InterruptedException {
        Pairing pairing = pairing();
        Vocabulary vocabulary = new Vocabulary();
        List<Answers> answers = read(files, file -> ForeignFile.isForeign(file) ? ForeignFile.read(file, vocabulary)
                : RecordedAnswers.of(RecordingFile.readAny(file), Tokenizer.load(model.folder(folders))));
        if (answers.stream().mapToInt(file -> file.answers().size()).sum() < 2) {
            throw new UsageException("There is only one answer in " + files.getFirst()
                    + ": name another file to compare it with.");
        }
        return PrintedComparison.of(answers, pairing);
    }

    /// Reads files side by side, as many at a time as there are processors: reading takes most of the time.
    private static List<Answers> read(List<Path> files, Function<Path, Answers> reading) throws InterruptedException {
        int readers = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(readers, Thread.ofPlatform().name("reader-", 0).factory())) {
            List<Answers> answers = new ArrayList<>();
            for (Future<Answers> read : executor.invokeAll(files.stream()
                    .map(file -> (Callable<Answers>) () -> reading.apply(file)).toList())) {
                answers.add(read.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
