package throttlelab.app.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Patience;

/// The options `--stall-after`, `--revive-after` and `--kill`: what is done about workers that are dead or do not answer.
final class FaultOptions {

    private static final double MOST_SECONDS = 86_400;
    private static final double NANOS = 1e9;
    private static final Pattern KILL = Pattern.compile("([0-7])@([1-9][0-9]{0,5})");

    @Option(names = "--stall-after", paramLabel = "SECONDS", order = 36, defaultValue = "10",
            description = "After how long a run that stands still says which workers are missing. Default: "
                    + "${DEFAULT-VALUE}.")
    private double stall;

    @Option(names = "--revive-after", paramLabel = "SECONDS", order = 37,
            description = "Revive a dead worker after so long; the run goes on with the same bits. Default: wait for it "
                    + "until Ctrl-C.")
    private Double revive;

    @Option(names = "--kill", paramLabel = "WORKER@TOKEN", order = 38,
            description = "Let a worker, 0 to 7, die in the middle of the work for a token, from 1: to see what happens "
                    + "then.")
    private String kill;

    /// Refuses what cannot be, and says what happens to workers from now on, until it is closed.
    ///
    /// @throws UsageException if a time or a worker is none
    FaultNotes notes(Terminal terminal, FederationSettings settings, int tokens) {
        nanos("--stall-after", stall);
        return new FaultNotes(terminal, reviveNanos(), victim(settings, tokens));
    }

    /// The options of a run whose dead workers are waited for and named.
    FederationOptions options(FaultNotes notes) {
        return FederationOptions.DEFAULT.withObserver(notes)
                .withPatience(new Patience(true, nanos("--stall-after", stall), reviveNanos()));
    }

    private long reviveNanos() {
        return revive == null ? 0 : nanos("--revive-after", revive);
    }

    private static long nanos(String option, double seconds) {
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new UsageException("A run can wait for some seconds, up to " + (int) MOST_SECONDS + ", not " + seconds
                    + ": change " + option + ".");
        }
        return Math.max(1, Math.round(seconds * NANOS));
    }

    private Optional<FaultNotes.Victim> victim(FederationSettings settings, int tokens) {
        if (kill == null) {
            return Optional.empty();
        }
        Matcher matcher = KILL.matcher(kill);
        if (!matcher.matches()) {
            throw new UsageException("'" + kill + "' names no worker and token: write --kill 3@5 for worker-3 at token 5.");
        }
        int worker = Integer.parseInt(matcher.group(1));
        int token = Integer.parseInt(matcher.group(2));
        if (worker >= settings.workers() || token > tokens) {
            throw new UsageException("There is no worker-" + worker + " or no token " + token + " in a run of "
                    + settings.workers() + " workers and " + tokens + " tokens: change --kill.");
        }
        return Optional.of(new FaultNotes.Victim(worker, token - 1));
    }
}
