package throttlelab.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The window on a screen that nobody sees, driven by keys alone. What it did is read from its log, its files and its end.
final class UsedWindow {

    private static final String TITLE = "Throttle Lab";
    private static final String READY = "The window could be used ";
    private static final int PATIENCE_SECONDS = 120;
    private static final int LOOK_MILLIS = 50;
    /// More than the picture of an empty screen takes, and less than that of a window.
    private static final int BLANK_BYTES = 10_000;
    /// What the dialog is called in which a recording gets its name.
    private static final String DIALOG = "Record the present run";
    /// More than there are from the first tempo to full speed.
    private static final int TEMPO_STEPS = 20;

    private final Path home;
    private final Map<String, String> screen;
    private final Path log;
    private final Process process;
    private final long began = System.nanoTime();

    /// Starts the program as a double click does.
    UsedWindow(Path launcher, Path home, VirtualScreen display, List<String> arguments)
            throws IOException, InterruptedException {
        this.home = home;
        this.screen = Map.of("DISPLAY", display.display());
        this.log = home.resolve(".local").resolve("state").resolve("throttlelab").resolve("throttlelab.log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolve("said.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(screen);
        builder.environment().put("HOME", home.toString());
        // Java takes the home from the list of users, not from HOME.
        builder.environment().put("XDG_STATE_HOME", log.getParent().getParent().toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        process = builder.start();
    }

    /// Runs the lab by keys: as fast as it goes, then Run, and, as soon as that is complete, records it. That the file
    /// comes into being shows that the run was done.
    ///
    /// @return after how many milliseconds the window could be used
    long runAndClose(Path picture) throws IOException, InterruptedException {
        long ready = awaitReady();
        for (int step = 0; step < TEMPO_STEPS; step++) {
            key("period");
        }
        key("F9");
        Path recording = home.resolve("keys.tlab");
        await("the dialog for a recording", () -> {
            key("ctrl+s");
            return !window(DIALOG).isEmpty();
        });
        Tools.call(screen, List.of("xdotool", "windowfocus", "--sync", window(DIALOG)));
        Tools.call(screen, List.of("xdotool", "key", "ctrl+a"));
        Tools.call(screen, List.of("xdotool", "type", recording.toString()));
        Tools.call(screen, List.of("xdotool", "key", "Return"));
        await("the recording " + recording, () -> Files.isRegularFile(recording));
        picture(picture);
        close();
        return ready;
    }

    /// Shows the file that it was started with.
    long openAndClose(Path picture) throws IOException, InterruptedException {
        long ready = awaitReady();
        picture(picture);
        close();
        return ready;
    }

    private long awaitReady() throws IOException, InterruptedException {
        await("the window can be used", () -> Files.exists(log) && Files.readString(log).contains(READY));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        await("a window with the title " + TITLE, () -> !window(TITLE).isEmpty());
        return millis;
    }

    private String window(String title) throws IOException, InterruptedException {
        Process search = program("xdotool", "search", "--onlyvisible", "--name", "^" + title).start();
        String found = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        search.waitFor();
        return found.lines().findFirst().orElse("");
    }

    private void key(String key) throws IOException, InterruptedException {
        Tools.call(screen, List.of("xdotool", "windowfocus", window(TITLE), "key", key));
    }

    /// Takes a picture as soon as there is something to see: what the program has painted may still be on its way.
    private void picture(Path file) throws IOException, InterruptedException {
        await("there is something on the screen", () -> {
            Tools.call(screen, List.of("import", "-window", "root", file.toString()));
            return Files.size(file) > BLANK_BYTES;
        });
    }

    private void close() throws IOException, InterruptedException {
        key("ctrl+q");
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new DistException("The window did not close by Ctrl Q and end with 0: "
                    + Files.readString(home.resolve("said.txt")));
        }
    }

    private ProcessBuilder program(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(screen);
        return builder;
    }

    private void await(String what, Callable<Boolean> condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds(condition)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                process.destroyForcibly();
                throw new DistException("It was waited in vain until " + what + "; the program said: "
                        + Files.readString(home.resolve("said.txt")));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private static boolean holds(Callable<Boolean> condition) throws IOException, InterruptedException {
        try {
            return condition.call();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
