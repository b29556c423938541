package throttlelab.engine.recording;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a run ran on. None of it changes a bit of what comes out; all of it may change when.
///
/// @param os operating system and its version
/// @param arch processor architecture
/// @param cpu processor model, or "unknown" where the system does not tell for nothing
/// @param processors how many the JVM may use
/// @param maxHeapBytes the most memory its heap may take
/// @param java version of the Java runtime
/// @param javaVendor who built it
/// @param vm the virtual machine
/// @param vmOptions options it was started with, without those that name places of this machine
/// @param garbageCollectors the collectors at work
/// @param kernels the arithmetic and its lane count
public record Environment(String os, String arch, String cpu, int processors, long maxHeapBytes, String java,
        String javaVendor, String vm, List<String> vmOptions, List<String> garbageCollectors, String kernels) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /// @throws NullPointerException if a list is null or holds null
    public Environment {
        vmOptions = List.copyOf(vmOptions);
        garbageCollectors = List.copyOf(garbageCollectors);
    }

    /// This process.
    ///
    /// @param kernels the arithmetic in use, with its lane count
    public static Environment current(String kernels) {
        return new Environment(System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"), processorModel(), Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(), Runtime.version().toString(), System.getProperty("java.vendor"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(Environment::matters).toList(),
                ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName).toList(),
                kernels);
    }

    /// Options that set how code runs; properties, agents and anything with a path in it say more about a person's
    /// machine than about the run.
    private static boolean matters(String option) {
        return (option.startsWith("-X") || option.startsWith("-client") || option.startsWith("-server"))
                && !option.contains("/") && !option.contains("\\");
    }

    private static String processorModel() {
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        if (windows != null) {
            return windows;
        }
        try (Stream<String> lines = Files.lines(CPU_INFO, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
