package throttlelab.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Classes as the Java inside has them after reading and checking, so that the next start need not: a CDS archive, made
/// by a run of the program in the image. It fits that Java only, wherever that lies.
///
/// Not by `-XX:AOTCache`: an incubator module, and the Vector API is one, keeps JDK 25 from linking classes ahead of time
/// there, and then its lambdas are left out, too. The archive has them, and half a second is saved.
final class StartCache {

    /// Its file, in the folder that the launcher calls `$APPDIR`.
    static final String NAME = Dist.NAME + ".jsa";

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
        Path list = image.root().resolveSibling("classes.txt");
        Path state = image.root().resolveSibling("training").toAbsolutePath();
        Map<String, String> own = new HashMap<>(environment);
        own.put("XDG_STATE_HOME", state.toString());
        Tools.call(own, java(Stream.concat(drawing.stream(), Stream.of("-XX:DumpLoadedClassList=" + list)).toList(),
                TRAINING));
        Tools.call(Map.of(), java(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + file), List.of()));
        Folders.gone(state);
        Files.delete(list);
    }

    /// The Java inside with what the launcher tells it, but for the archive that is only now made.
    private List<String> java(List<String> more, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(image.java().resolve("bin").resolve("java").toString());
        for (String option : Image.OPTIONS) {
            if (!option.contains(NAME)) {
                command.add(option.replace("$APPDIR", image.app().toString()));
            }
        }
        command.addAll(more);
        command.addAll(List.of("-m", Image.MAIN));
        command.addAll(arguments);
        return command;
    }
}
