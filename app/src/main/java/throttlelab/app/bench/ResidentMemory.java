package throttlelab.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most memory this process has held, as the system counts it.
public final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private ResidentMemory() {
    }

    /// Linux's VmHWM; nothing on other systems.
    public static OptionalLong peakBytes() {
        try {
            return peakBytes(Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong peakBytes(List<String> status) {
        return status.stream().map(PEAK::matcher).filter(Matcher::matches)
                .mapToLong(match -> Long.parseLong(match.group(1)) << 10).findFirst();
    }
}
