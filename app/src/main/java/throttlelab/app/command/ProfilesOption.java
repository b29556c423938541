package throttlelab.app.command;

import java.util.List;
import picocli.CommandLine.Option;
import throttlelab.engine.UsageException;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

/// The option `--profiles`.
final class ProfilesOption {

    @Option(names = "--profiles", paramLabel = "NAME|FILE[,...]", order = 13,
            description = "Throttle profiles with commas between them: none, steady, ramp, reverse-ramp, phone, bursty, or "
                    + "files ending in .json. Default: none,steady,ramp for a bet, none elsewhere.")
    private String profiles;

    /// Those that were named, or those that `otherwise` names.
    ///
    /// @throws UsageException if one is unknown
    /// @throws throttlelab.engine.InputException if a file cannot be used
    List<ThrottleProfile> list(String otherwise) {
        return Profiles.parse(profiles == null ? otherwise : profiles);
    }

    /// The one that was named, or `none`.
    ///
    /// @throws UsageException if it is unknown, or there are several
    /// @throws throttlelab.engine.InputException if the file cannot be used
    ThrottleProfile one() {
        List<ThrottleProfile> list = list(Profiles.NONE.name());
        if (list.size() > 1) {
            throw new UsageException("This command runs one throttle profile, not " + list.size()
                    + ": name one in --profiles.");
        }
        return list.getFirst();
    }
}
