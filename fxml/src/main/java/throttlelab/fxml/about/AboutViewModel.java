package throttlelab.fxml.about;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.InputException;
import throttlelab.engine.model.Model;
import throttlelab.engine.numerics.Kernels;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// What this program is made of.
public final class AboutViewModel {

    private static final String NOTICES = "legal/THIRD-PARTY-NOTICES.txt";

    private final LabViewModel lab;
    private final ReadOnlyStringWrapper notices = new ReadOnlyStringWrapper(Texts.get("about.libraries"));
    private boolean asked;

    /// What a line says.
    ///
    /// @param name of what
    /// @param value its version, or whatever tells it apart
    public record Line(String name, String value) {
    }

    /// What the program of a lab is made of.
    public AboutViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    /// Versions as they are now; of the model, too, once it is loaded.
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("program", version(AboutViewModel.class)));
        lines.add(line("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")"));
        lines.add(line("javafx", System.getProperty("javafx.runtime.version", Texts.get("about.unknown"))));
        lines.add(line("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch")));
        lines.add(line("numerics", Kernels.CONTRACT));
        Model model = lab.model();
        lines.add(line("model", model == null ? Texts.get("about.unknown") : model.name()));
        lines.add(line("digest", model == null ? Texts.get("about.unknown") : model.digest().toString()));
        return lines;
    }

    private static Line line(String what, String value) {
        return new Line(Texts.get("about." + what), value);
    }

    private static String version(Class<?> part) {
        return told(Optional.ofNullable(part.getModule().getDescriptor()).flatMap(module -> module.rawVersion()));
    }

    /// A version as a person can use it. On a class path, where developers start it, nobody knows it.
    static String told(Optional<String> version) {
        return version.map(known -> known.endsWith("-SNAPSHOT")
                        ? Texts.get("about.development", known.substring(0, known.length() - "-SNAPSHOT".length())) : known)
                .orElseGet(() -> Texts.get("about.classes"));
    }

    /// Reads the whole notices, in the background, if they lie with the program; once.
    public void read() {
        Path samples = lab.samplesProperty().get();
        if (asked || samples == null) {
            return;
        }
        asked = true;
        Path file = samples.toAbsolutePath().resolveSibling(NOTICES);
        lab.inBackground(() -> {
            String whole = Files.isRegularFile(file) ? content(file) : "";
            return () -> notices.set(whole.isEmpty() ? notices.get() : notices.get() + "\n\n" + whole);
        }, () -> { });
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(Texts.get("about.unreadable", file, e.getMessage()), e);
        }
    }

    /// Which works of others are in it, under which licences.
    public ReadOnlyStringProperty noticesProperty() {
        return notices.getReadOnlyProperty();
    }
}
