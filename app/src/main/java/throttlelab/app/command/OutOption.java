package throttlelab.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import throttlelab.app.host.Folders;

/// The option `--out`.
final class OutOption {

    @Option(names = "--out", paramLabel = "DIR", order = 80,
            description = "The folder results are written into; made if it is not there. Default: app/target/bet45 in the "
                    + "program's repository, bet45 in the working folder elsewhere, or ThrottleLab/bet45 in your home where "
                    + "that cannot be written.")
    private Path folder;

    /// The folder; it may not be there yet.
    Path folder(Folders folders) {
        return folder != null ? folder : folders.results();
    }
}
