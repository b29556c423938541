package throttlelab.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throttlelab.engine.InputException;
import throttlelab.engine.LabException;
import throttlelab.engine.RunException;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.files.SafeFiles;
import throttlelab.fxml.texts.Texts;
import tools.jackson.core.JsonGenerator;

/// The files of sessions. While a lab is open its session stands in a file that is named after its process; a file whose
/// process is gone is a session that did not end well. One that ended well becomes the last session.
final class SessionFiles {

    private static final String LAST = "last-session.json";
    private static final Pattern OPEN = Pattern.compile("session-(\\d+)-(\\d+)\\.json");
    private static final int LIMIT_BYTES = 1 << 20;

    private final Path folder;
    private final Path own;
    private final List<Path> lost = new ArrayList<>();

    SessionFiles(Path folder) {
        this(folder, ProcessHandle.current());
    }

    /// @param process whose sessions are its own
    SessionFiles(Path folder, ProcessHandle process) {
        this.folder = folder;
        this.own = folder.resolve("session-" + process.pid() + "-" + started(process) + ".json");
    }

    /// A process number alone may have been given to another process since.
    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Where the session of this process stands.
    Path own() {
        return own;
    }

    /// The newest session that did not end well. Its file stays until this session is written, and a lost one with it.
    ///
    /// @param damaged hears of files that cannot be used
    Optional<Session> lost(Consumer<LabException> damaged) {
        lost.clear();
        lost.addAll(found());
        for (Path file : lost) {
            try {
                return Optional.of(read(file));
            } catch (LabException e) {
                damaged.accept(e);
            }
        }
        return Optional.empty();
    }

    private List<Path> found() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(this::orphaned).sorted(Comparator.comparing(SessionFiles::changed).reversed()).toList();
        } catch (IOException e) {
            // Nobody misses what was never seen.
            return List.of();
        }
    }

    private boolean orphaned(Path file) {
        Matcher name = OPEN.matcher(file.getFileName().toString());
        if (file.equals(own) || !name.matches()) {
            return false;
        }
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.group(1)));
            long began = Long.parseLong(name.group(2));
            return process.filter(ProcessHandle::isAlive).filter(alive -> began == 0 || started(alive) == began).isEmpty();
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /// The session that ended well last.
    ///
    /// @throws InputException if its file cannot be used
    Optional<Session> last() {
        Path file = folder.resolve(LAST);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Session read(Path file) {
        JsonInput json = JsonInput.read(file, LIMIT_BYTES);
        return new Session(json.at("setup").text(), json.at("typing").text(),
                json.at("worker_names").items().stream().map(JsonInput::text).toList());
    }

    /// Writes the session of this process; the lost ones are not needed any more.
    ///
    /// @throws RunException if it cannot be written
    void write(Session session) {
        write(own, session);
        lost.forEach(SessionFiles::delete);
    }

    /// The session of this process ends well.
    ///
    /// @param session what it ends with; `null` if nothing is known of it
    /// @throws RunException if it cannot be written
    void end(Session session) {
        if (session != null) {
            write(folder.resolve(LAST), session);
        }
        delete(own);
    }

    private static void write(Path file, Session session) {
        SafeFiles.write(file, out -> {
            try (JsonGenerator json = JsonOutput.to(out)) {
                json.writeStartObject();
                json.writeStringProperty("setup", session.setup());
                json.writeStringProperty("typing", session.typing());
                json.writeArrayPropertyStart("worker_names");
                session.workerNames().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RunException(Texts.get("window.session", file, e.getMessage()), e);
        }
    }
}
