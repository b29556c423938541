package throttlelab.engine.schedule.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a Java virtual machine is started.
///
/// @param home the JDK; empty for the one that runs now
/// @param options its options
public record JvmMode(Optional<Path> home, List<String> options) {

    /// @throws NullPointerException if the list is null or holds null
    public JvmMode {
        options = List.copyOf(options);
    }

    static JvmMode of(String... options) {
        return new JvmMode(Optional.empty(), List.of(options));
    }
}
