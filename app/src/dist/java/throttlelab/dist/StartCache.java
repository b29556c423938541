package throttlelab.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The AOT cache of JDK 25: classes as the Java inside has them after reading and checking, so that the next start
/// need not. It is made by a run of the program in the image, and fits that Java and those files only.
final class StartCache {

    /// Its file, in the folder that the launcher calls `$APPDIR`.
    static final String NAME = Dist.NAME + ".aot";

    /// Opens the window, runs the lab in it, and ends by itself.
    private static final List<String> TRAINING = List.of("bench", "--window", "--tokens", "8", "--repeat", "1");

    private final Image image;

    StartCache(Image image) {
        this.image = image;
    }

    /// Makes it.
    void write() throws IOException, InterruptedException {
        image.settleTimes();
        Path file = image.app().resolve(NAME);
        if (VirtualScreen.available()) {
            try (VirtualScreen screen = VirtualScreen.open()) {
                train(file, Map.of("DISPLAY", screen.display()), List.of());
            }
        } else {
            train(file, Map.of(), List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        if (!Files.isRegularFile(file)) {
            throw new DistException("Java has written no start cache " + file + ": start this again with a JDK 25.");
        }
        image.settleTimes();
    }

    private void train(Path file, Map<String, String> environment, List<String> drawing)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(image.java().resolve("bin").resolve("java").toString());
        for (String option : Image.OPTIONS) {
            command.add(option.replace("-XX:AOTCache=", "-XX:AOTCacheOutput=").replace("$APPDIR", image.app().toString()));
        }
        command.addAll(drawing);
        command.addAll(List.of("--module-path", image.modules().toString(), "-m", Image.MAIN));
        command.addAll(TRAINING);
        Map<String, String> own = new HashMap<>(environment);
        own.put("XDG_STATE_HOME", image.root().resolveSibling("training").toAbsolutePath().toString());
        Tools.call(own, command);
        Folders.gone(image.root().resolveSibling("training"));
    }
}
