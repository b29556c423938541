package throttlelab.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import throttlelab.app.host.Host;
import throttlelab.app.summary.VerificationJson;
import throttlelab.app.summary.VerificationSummary;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.ProgressLine;
import throttlelab.engine.UsageException;
import throttlelab.engine.report.verify.Verification;
import throttlelab.engine.report.verify.Verifier;

/// Checks whether a file is what it says.
@Command(name = "verify", description = {
        "Checks a report (HTML, PDF, JSON), a result, a recording or an invariance matrix: recomputes its digests, finds again all that "
        + "follows "
                + "from something else in it, runs again what it describes, and compares to the bit.",
        "A changed digit is named, with what stood there. It says nothing on whether times and machine are true."},
        exitCodeList = {"0:digests hold, and the replay gave the same bits", "1:the file is not what was written, or "
                + "contradicts itself", "2:the replay gave something else", "3:nothing speaks against it, but not "
                + "all of "
                + "it could be checked", "64:what was asked for does not fit together",
                "65:the file cannot be read, or is none of these", "70:a run failed", "130:stopped by Ctrl-C"})
final class VerifyCommand extends HostedCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "A report in HTML, PDF or JSON, a result, a "
            + "recording, or an invariance matrix.")
    private Path file;

    @Option(names = "--prompts", paramLabel = "N", order = 11, description = "Run only the first N prompts of each "
            + "recording "
            + "again. The file then counts as checked in part: exit code 3. Default: all.")
    private Integer prompts;

    @Mixin
    private ModelOption model;

    VerifyCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (prompts != null && prompts < 1) {
            throw new UsageException("At least one prompt can be run again, not " + prompts + ": give --prompts 1 "
                    + "or more.");
        }
        json().check();
        Verification verification = verify();
        json().write(members -> VerificationJson.write(members, verification));
        new VerificationSummary(verification).print(terminal());
        return switch (verification.outcome()) {
            case HOLDS -> ExitCode.OK;
            case BROKEN -> ExitCode.LENIENT;
            case DIFFERS -> ExitCode.CATASTROPHIC;
            case UNPROVEN -> ExitCode.VOID;
        };
    }

    private Verification verify() throws InterruptedException {
        AtomicLong done = new AtomicLong();
        AtomicLong total = new AtomicLong();
        AtomicLong began = new AtomicLong();
        try (Painter _ = new Painter(terminal(), () -> total.get() == 0 ? Optional.empty()
                : Optional.of(line(done.get(), total.get(), System.nanoTime() - began.get())))) {
            return Verifier.verify(file, () -> model.load(folders(), terminal()),
                    prompts == null ? OptionalInt.empty() : OptionalInt.of(prompts), (positions, all) -> {
                        began.compareAndSet(0, System.nanoTime());
                        done.set(positions);
                        total.set(all);
                    }, host().stop()::raised);
        }
    }

    private static ProgressLine line(long done, long total, long nanos) {
        Optional<Duration> left = done == 0 ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) ((double) nanos / done * (total - done))));
        return new ProgressLine("Running again", done, total, "positions", left, "");
    }
}
