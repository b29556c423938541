package throttlelab.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// A screen that nobody sees, by Xvfb.
final class VirtualScreen implements AutoCloseable {

    private static final String PROGRAM = "Xvfb";

    private final Process server;
    private final String display;

    private VirtualScreen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    static boolean available() {
        return Host.has(PROGRAM);
    }

    /// Opens one with a number that is free.
    static VirtualScreen open() throws IOException {
        Process server = new ProcessBuilder(PROGRAM, "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp")
                .redirectError(Redirect.DISCARD).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String number = said.readLine();
        if (number == null) {
            throw new DistException("Xvfb ended at once: start it by hand and see what it says.");
        }
        return new VirtualScreen(server, ":" + number.strip());
    }

    /// What the variable DISPLAY is to say.
    String display() {
        return display;
    }

    @Override
    public void close() {
        server.destroy();
        try {
            server.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
