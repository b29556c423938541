package throttlelab.app.host;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import throttlelab.engine.RunException;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.schedule.matrix.Cell;
import throttlelab.engine.schedule.matrix.Children;
import throttlelab.engine.schedule.matrix.JvmMode;
import throttlelab.fxml.texts.Texts;

/// Starts this program again in processes of its own, on the module path or class path it was started with.
public final class ChildProcesses implements Children {

    private static final String MODULE = "throttlelab.app";
    private static final String MAIN = MODULE + ".Main";
    private static final String ID = "cell";

    private final Path samples;
    private final Optional<Path> model;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /// @param samples the samples folder
    /// @param model the folder of another model than the one that comes with the program
    public ChildProcesses(Path samples, Optional<Path> model) {
        this.samples = samples;
        this.model = model;
    }

    @Override
    public Recording record(JvmMode mode, Cell cell) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("throttlelab-matrix");
            try {
                return record(mode, cell, folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new RunException("A run in a process of its own could not be started, the system says '" + e.getMessage()
                    + "': check the disk and the permissions.", e);
        }
    }

    private Recording record(JvmMode mode, Cell cell, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command(mode, cell, folder)).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        running.add(process);
        try {
            if (stopped) {
                process.destroy();
            }
            process.getOutputStream().close();
            int code = process.waitFor();
            if (code == 0) {
                return RecordingFile.read(folder.resolve(ID + ".json"));
            }
            throw failure(mode, code, Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            process.destroyForcibly().waitFor();
            throw e;
        } finally {
            running.remove(process);
        }
    }

    private List<String> command(JvmMode mode, Cell cell, Path folder) {
        List<String> command = new ArrayList<>(List.of(java(mode.home().orElse(Path.of(System.getProperty("java.home"))))));
        command.addAll(mode.options());
        command.add("-D" + Folders.SAMPLES + "=" + samples.toAbsolutePath());
        String modules = System.getProperty("jdk.module.path");
        if (modules != null) {
            command.addAll(List.of("-p", modules, "-m", MODULE + "/" + MAIN));
        } else {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
                    MAIN));
        }
        command.addAll(List.of("record", "--id", ID, "--prompts", Integer.toString(cell.prompts()), "--tokens",
                Integer.toString(cell.tokens()), "--batch", Integer.toString(cell.batch()), "--out", folder.toString()));
        model.ifPresent(other -> command.addAll(List.of("--model", other.toAbsolutePath().toString())));
        return command;
    }

    private static String java(Path home) {
        Path java = home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw CannotRun.noJava(home);
        }
        return java.toString();
    }

    /// A virtual machine that will not start says so, in the first line it writes.
    private static RuntimeException failure(JvmMode mode, int code, String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank() && !line.startsWith("WARNING")).toList();
        if (lines.stream().anyMatch(line -> line.contains("Could not create the Java Virtual Machine"))) {
            return new CannotRun(lines.getFirst());
        }
        String options = String.join(" ", mode.options());
        return new RunException(lines.isEmpty() ? Texts.get("proof.child", options, Integer.toString(code))
                : Texts.get("proof.child.said", options, Integer.toString(code), lines.getLast()));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
        running.forEach(Process::destroy);
    }
}
