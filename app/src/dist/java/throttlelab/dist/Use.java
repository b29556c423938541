package throttlelab.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Uses what was made, as a person would: the image and, unpacked elsewhere as an installation does, the .deb. Commands
/// get an environment without PATH and JAVA_HOME; the window is shown on a screen that nobody sees and driven by keys.
final class Use {

    private static final List<String> BET = List.of("bet", "--prompts", "2", "--tokens", "3");
    /// VOID: so little is no measurement; and STRICT, should the times show the throttling all the same.
    private static final List<Integer> VERDICTS = List.of(0, 3);
    private static final List<String> SCREEN_TOOLS = List.of("Xvfb", "xdotool", "import");

    private final Path target;
    private final Image image;
    private final List<Path> packages;

    Use(Path target, Image image, List<Path> packages) {
        this.target = target;
        this.image = image;
        this.packages = packages;
    }

    /// Uses all of it.
    void run() throws IOException, InterruptedException {
        use("image", image.launcher());
        Optional<Path> deb = packages.stream().filter(file -> file.toString().endsWith(".deb")).findFirst();
        if (deb.isPresent()) {
            Path installed = Folders.fresh(target.resolve("installed"));
            Tools.call(Map.of(), List.of("dpkg-deb", "-x", deb.get().toString(), installed.toString()));
            checkMenu(installed);
            use("deb", installed.resolve("opt").resolve("throttlelab").resolve("bin").resolve(Dist.NAME));
            Folders.gone(installed);
        }
    }

    private void use(String what, Path launcher) throws IOException, InterruptedException {
        Path home = Folders.fresh(target.resolve("use-" + what));
        command(launcher, home);
        List<String> missing = SCREEN_TOOLS.stream().filter(tool -> !Host.has(tool)).toList();
        if (missing.isEmpty()) {
            try (VirtualScreen screen = VirtualScreen.open()) {
                Path recording = recording(launcher, home);
                long first = new UsedWindow(launcher, home, screen, List.of()).runAndClose(target.resolve(what + ".png"));
                long second = new UsedWindow(launcher, home, screen, List.of(recording.toString()))
                        .openAndClose(target.resolve(what + "-opened.png"));
                System.out.println("Used " + what + ": the window could be used after " + first + " ms, with a file after "
                        + second + " ms.");
            }
        } else {
            System.out.println("The window of the " + what + " was not tried, because " + String.join(" and ", missing)
                    + " cannot be found; its commands work.");
        }
    }

    /// A command needs nothing of the machine, says what it did, and ends with its verdict.
    private void command(Path launcher, Path home) throws IOException, InterruptedException {
        Ended ended = start(launcher, home, BET);
        if (!VERDICTS.contains(ended.code()) || !ended.said().contains("2 prompts × 3 tokens")
                && !ended.said().contains("2 prompts x 3 tokens")) {
            throw new DistException(launcher + " " + String.join(" ", BET) + " ended with " + ended.code() + " and said: "
                    + ended.said());
        }
        require(home.resolve("bet45").resolve("45_throttle.json"));
        Ended wrong = start(launcher, home, List.of("bett"));
        if (wrong.code() != 64) {
            throw new DistException(launcher + " bett ended with " + wrong.code() + " instead of 64: " + wrong.said());
        }
    }

    private static Path recording(Path launcher, Path home) throws IOException, InterruptedException {
        Ended ended = start(launcher, home, List.of("record", "--prompts", "2", "--tokens", "3", "--id", "short", "--out",
                home.toString()));
        if (ended.code() != 0) {
            throw new DistException(launcher + " record ended with " + ended.code() + ": " + ended.said());
        }
        return Files.move(require(home.resolve("short.json")), home.resolve("short.tlab"));
    }

    private static Path require(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DistException("There is no " + file + ", though the command ended well.");
        }
        return file;
    }

    /// What a command came to.
    private record Ended(int code, String said) {
    }

    private static Ended start(Path launcher, Path home, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        Path said = home.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(said));
    }

    /// The package brings a menu entry that opens recordings, and says what a recording is.
    private static void checkMenu(Path installed) throws IOException {
        String entry = Files.readString(Folders.find(installed, "throttlelab-" + Dist.NAME + ".desktop"));
        String types = Files.readString(Folders.find(installed, "throttlelab-" + Dist.NAME + "-MimeInfo.xml"));
        if (!entry.contains("Name=Throttle Lab") || !entry.contains("%f\n")
                || !entry.contains("MimeType=application/vnd.throttlelab.recording+json")
                || !types.contains("*.tlab")) {
            throw new DistException("The package does not open recordings; its menu entry says: " + entry + types);
        }
        try (Stream<Path> files = Files.walk(installed)) {
            if (files.noneMatch(file -> file.endsWith(Notices.NAME))) {
                throw new DistException("The package has no " + Notices.NAME + ".");
            }
        }
    }
}
