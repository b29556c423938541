package throttlelab.app.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;
import throttlelab.engine.numerics.Kernels;

/// What `--version` says.
final class Version implements IVersionProvider {

    private static final String NAME = "Throttle Lab";

    /// The version this program was built as; on a class path nobody knows it.
    static String number() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(module -> module.rawVersion()).orElse("unversioned");
    }

    @Override
    public String[] getVersion() {
        return new String[] {NAME + " " + number() + ", numbers by " + Kernels.CONTRACT + ", on Java "
                + Runtime.version().feature()};
    }
}
