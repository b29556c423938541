package throttlelab.dist;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Calls tools of this JDK, and programs of the system.
final class Tools {

    private Tools() {
    }

    /// Runs one of the JDK's own tools.
    static void run(String tool, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code = ToolProvider.findFirst(tool).orElseThrow(() -> new DistException("This JDK has no " + tool
                + ": install a whole JDK 25, for example from https://adoptium.net.")).run(out, out, arguments);
        if (code != 0) {
            throw new DistException(tool + " failed: " + said);
        }
    }

    /// Runs a program and gives what it said.
    ///
    /// @param environment added to the present one
    static String call(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new DistException(String.join(" ", command) + " ended with " + code + ": " + said);
        }
        return said;
    }
}
