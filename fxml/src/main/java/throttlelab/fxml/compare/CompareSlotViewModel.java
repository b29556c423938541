package throttlelab.fxml.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.InputException;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.ForeignFile;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// One of the two files that are compared.
public final class CompareSlotViewModel {

    private static final String BASELINES = "baselines";
    private static final String ENDING = ".json";

    /// What was read: streams of ours, or answers of another system.
    ///
    /// @param runs `null` if they are not ours
    /// @param answers `null` if they are ours
    /// @param inMemory whether the streams stand in no file
    record Content(RecordedRuns runs, Answers answers, boolean inMemory) {

        Path file() {
            return runs != null ? runs.file() : answers.file();
        }

        /// The file; one in `room` if it stands in none.
        Path file(Path room) {
            if (!inMemory) {
                return file();
            }
            Path written = room.resolve(file());
            RecordingFile.write(written, runs.recordings().getFirst());
            return written;
        }
    }

    private final LabViewModel lab;
    private final Runnable changed;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(Texts.get("compare.slot.empty"));
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper(Texts.get("compare.slot.drop"));
    private Content content;
    private int asked;

    /// @param changed told when there is another file
    CompareSlotViewModel(LabViewModel lab, Runnable changed) {
        this.lab = lab;
        this.changed = changed;
    }

    /// Reads a file, in the background; what was here stays if it is not good.
    public void open(Path file) {
        take(() -> read(file), () -> lab.memory().opened(file));
    }

    /// Reads the loaded baseline, or the one that comes with the lab, in the background.
    public void openBaseline() {
        Path samples = lab.samplesProperty().get();
        Optional<Path> loaded = lab.baseline().file();
        take(() -> read(loaded.orElseGet(() -> shipped(samples))));
    }

    /// Reads the baseline that comes with the lab, in the background, whatever is loaded.
    void openShipped() {
        Path samples = lab.samplesProperty().get();
        take(() -> read(shipped(samples)));
    }

    /// Takes the present run of the lab, if there is a complete one.
    public void openRun() {
        lab.runs().recording().ifPresent(made -> take(() -> {
            Recording recording = made.get();
            return new Content(RecordingFile.parse(RecordingFile.bytes(recording), Path.of(recording.id() + ENDING)), null,
                    true);
        }));
    }

    private static Content read(Path path) {
        return ForeignFile.isForeign(path) ? new Content(null, ForeignFile.read(path), false)
                : new Content(RecordingFile.readAny(path), null, false);
    }

    private void take(Supplier<Content> reading) {
        take(reading, () -> { });
    }

    /// @param taken done if there was something to read
    private void take(Supplier<Content> reading, Runnable taken) {
        int mine = ++asked;
        details.set(Texts.get("compare.slot.reading"));
        lab.inBackground(() -> {
            Content read = reading.get();
            return () -> {
                taken.run();
                if (mine == asked) {
                    take(read);
                    changed.run();
                }
            };
        }, this::describe);
    }

    private static Path shipped(Path samples) {
        Path folder = samples == null ? Path.of(BASELINES) : samples.resolve(BASELINES);
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> first = files.filter(file -> file.toString().endsWith(ENDING)).sorted().findFirst();
            return first.orElseThrow(() -> new InputException(Texts.get("compare.baseline.nowhere", folder)));
        } catch (IOException e) {
            throw new InputException(Texts.get("compare.baseline.unreadable", folder, e.getMessage()), e);
        }
    }

    private void take(Content other) {
        content = other;
        describe();
    }

    private void describe() {
        if (content == null) {
            name.set(Texts.get("compare.slot.empty"));
            details.set(Texts.get("compare.slot.drop"));
            return;
        }
        name.set(content.file().getFileName().toString());
        details.set(content.runs() != null ? details(content.runs())
                : Texts.get("compare.slot.foreign", content.answers().answers().size()));
    }

    private static String details(RecordedRuns runs) {
        List<Recording> all = runs.recordings();
        if (all.isEmpty()) {
            return Texts.get("compare.slot.nothing", runs.digest().prefix(8));
        }
        Recording first = all.getFirst();
        String what = runs.result() ? Texts.get("compare.slot.result", all.size()) : first.profile();
        return Texts.get("compare.slot.details", what, first.setup().federation().policy().id(),
                first.prompts().size(), first.setup().tokens(), runs.digest().prefix(8));
    }

    /// Exchanges the files of two slots.
    static void swap(CompareSlotViewModel a, CompareSlotViewModel b) {
        Content before = a.content;
        a.asked++;
        b.asked++;
        a.take(b.content);
        b.take(before);
    }

    /// What was read; `null` if nothing was.
    Content content() {
        return content;
    }

    /// The file's name, or that there is none.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// What is in it, in short.
    public ReadOnlyStringProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }
}
