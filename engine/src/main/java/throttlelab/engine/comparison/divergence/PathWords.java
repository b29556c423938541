package throttlelab.engine.comparison.divergence;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import throttlelab.engine.comparison.Difference;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.recording.AuditedStage;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;

/// What a path says at each step.
final class PathWords {

    private static final int ADDRESS = 12;

    private final PartedStage stage;
    private final Stretch a;
    private final Stretch b;
    private final Source source;

    PathWords(PartedStage stage, Stretch a, Stretch b) {
        this.stage = stage;
        this.a = a;
        this.b = b;
        this.source = a.source() == Source.LOG && b.source() == Source.LOG ? Source.LOG : Source.RUN_AGAIN;
    }

    /// From the prompt to the token.
    static List<PathStep> visible(DivergencePath.Visible visible) {
        PositionDiff diff = visible.diff();
        String token = Integer.toString(diff.position() + 1);
        String differs = diff.kind() == Difference.TOKEN
                ? "A has " + token(diff.expectedToken(), diff.expectedLogprob()) + ", B has "
                        + token(diff.actualToken(), diff.actualLogprob()) + "."
                : "Both have the token " + diff.expectedToken() + ", but its log-probability is "
                        + logprob(diff.expectedLogprob()) + " in A and " + logprob(diff.actualLogprob()) + " in B, "
                        + diff.ulps() + (diff.ulps() == 1 ? " step" : " steps") + " in the last place apart.";
        return List.of(
                new PathStep(Level.PROMPT, visible.promptId(),
                        "The first prompt, in the order of the run, whose streams part.", Source.STREAMS),
                new PathStep(Level.TOKEN, token, differs, Source.STREAMS));
    }

    private static String token(int id, float logprob) {
        return "the token " + id + " at " + logprob(logprob);
    }

    private static String logprob(float logprob) {
        return logprob + " (" + HexFormat.of().toHexDigits(Float.floatToIntBits(logprob)) + ")";
    }

    /// From the token to the contribution.
    ///
    /// @param rows how many prompts the step reads
    List<PathStep> steps(boolean prefill, int rows) {
        List<PathStep> steps = new ArrayList<>();
        steps.add(step(Level.STEP, stage.a().step() == stage.b().step() ? Long.toString(stage.a().step())
                : "A " + stage.a().step() + ", B " + stage.b().step(),
                (prefill ? "It reads " : "It leads to token " + (stage.token() + 1) + " of ") + rows
                        + (rows == 1 ? " prompt" : " prompts") + "; all steps before are equal, to the last checksum."));
        boolean head = stage.kind() == StageKind.HEAD;
        steps.add(step(Level.LAYER, head ? "output head" : Integer.toString(stage.layer() + 1),
                head ? "All layers are equal." : stage.layer() == 0 ? "The first one." : "All layers before are equal."));
        steps.add(step(Level.STAGE, stage.kind().id(), what()));
        if (!stage.parted().isEmpty()) {
            PartedStage.Parted first = stage.parted().getFirst();
            steps.add(step(Level.WORKER, worker(first), who(first) + others()));
            steps.add(step(Level.CONTRIBUTION, first.a().or(first::b).orElseThrow().address().prefix(ADDRESS),
                    contribution(first)));
        }
        return steps;
    }

    private PathStep step(Level level, String value, String sentence) {
        return new PathStep(level, value, sentence, source);
    }

    private String what() {
        return switch (stage.cause()) {
            case OTHER_PAYLOAD -> "The same input, but the same work gave another payload: " + slots() + ".";
            case MISSING_CONTRIBUTION -> "The same input, but a gate opened before all contributions were there: A "
                    + combined(stage.a()) + ", B " + combined(stage.b()) + ".";
            case COMBINED_DIFFERENTLY -> "All " + stage.a().stage().map(s -> s.contributions().size()).orElse(0)
                    + " contributions are equal, address and checksum, but what was made of them is not: A "
                    + order(a, stage.a()) + ", B " + order(b, stage.b()) + ".";
            case OTHER_WORK -> "It continues other tokens on one side than on the other, although no contribution before "
                    + "differs: the choice of a token did, or what was asked from the beginning.";
            case OTHER_OWNER -> "The same input, but asked of other owners: partition, number of workers, model or "
                    + "contract on numbers are not the same (" + divisions(a.setup(), b.setup()) + ").";
            case OTHER_STAGES -> stage.a().stage().isPresent() && stage.b().stage().isPresent()
                    ? "The next stage is not the same one on both sides: " + divisions(a.setup(), b.setup()) + "."
                    : "The log of " + (stage.a().stage().isPresent() ? "B" : "A") + " ends here.";
        };
    }

    private String slots() {
        return (stage.parted().size() == 1 ? "slot " : "slots ")
                + stage.parted().stream().map(p -> Integer.toString(p.slot())).collect(Collectors.joining(", "));
    }

    private static String combined(PartedStage.Side side) {
        return "combined " + side.stage().map(s -> s.contributions().stream()
                .map(c -> Integer.toString(c.slot())).collect(Collectors.joining(", ", "slots ", ""))).orElse("nothing");
    }

    private static String order(Stretch stretch, PartedStage.Side side) {
        CombinePolicy policy = stretch.setup().federation().policy();
        return "(" + policy.id() + ") added them " + (!policy.addsInArrivalOrder() ? "in slot order"
                : side.arrivals().isEmpty() ? "as they arrived"
                : "as they arrived, slots " + side.arrivals().stream().map(String::valueOf)
                        .collect(Collectors.joining(", ")));
    }

    private static String worker(PartedStage.Parted parted) {
        return parted.worker().isPresent() ? "worker-" + parted.worker().getAsInt() : "slot " + parted.slot();
    }

    private String others() {
        return stage.parted().size() == 1 ? "" : stage.parted().stream().skip(1).map(PathWords::worker)
                .collect(Collectors.joining(", ", " The same goes for ", "."));
    }

    private String who(PartedStage.Parted parted) {
        String what = "It delivered slot " + parted.slot();
        if (parted.a().isPresent() && parted.b().isPresent()) {
            return what + (stage.cause() == Cause.OTHER_OWNER ? "." : ", and not the same in both runs.");
        }
        return what + " in time in " + (parted.a().isPresent() ? "A" : "B") + ", and in "
                + (parted.a().isPresent() ? "B" : "A") + " too late or never.";
    }

    private static String contribution(PartedStage.Parted parted) {
        Optional<AuditedStage.Contribution> a = parted.a();
        Optional<AuditedStage.Contribution> b = parted.b();
        if (a.isEmpty() || b.isEmpty()) {
            return "Checksum " + checksum(a.or(() -> b).orElseThrow()) + " in " + (a.isPresent() ? "A" : "B")
                    + "; the other side went on without it.";
        }
        if (!a.get().address().equals(b.get().address())) {
            return "Its address in B is " + b.get().address().prefix(ADDRESS) + ": not the same work.";
        }
        return "Its address is the same in both; its checksum is " + checksum(a.get()) + " in A and " + checksum(b.get())
                + " in B.";
    }

    private static String checksum(AuditedStage.Contribution contribution) {
        return HexFormat.of().toHexDigits(contribution.checksum());
    }

    static String logsEqual(Stretch a, Stretch b) {
        return "Every contribution is equal in both logs, to the last checksum: what differs was done after the last "
                + "barrier, where the coordinator chooses a token"
                + (a.source() == Source.LOG && b.source() == Source.LOG ? ", or to a recording afterwards." : ".");
    }

    static String divisions(RunSetup a, RunSetup b) {
        return "A is " + division(a) + ", B is " + division(b);
    }

    private static String division(RunSetup setup) {
        FederationSettings federation = setup.federation();
        return federation.partition().id() + ", " + federation.workers()
                + (federation.workers() == 1 ? " worker" : " workers") + ", batch " + setup.batch();
    }

    /// Why one side cannot follow the other.
    static String divisions(Stretch lead, String name, RunSetup setup) {
        return "The logs of both could not be laid side by side: " + lead.name() + " is " + division(lead.setup()) + ", "
                + name + " is " + division(setup) + " under " + setup.federation().policy().id()
                + ", which does not give the same bits in another division.";
    }

    static String notReproduced(Stretch stretch, Recording other) {
        PositionDiff first = stretch.reproduction().first().orElseThrow();
        boolean asOther = other.prompts().stream().filter(prompt -> prompt.id().equals(stretch.gave().id()))
                .anyMatch(prompt -> prompt.stream().length() > first.position()
                        && prompt.stream().tokens()[first.position()] == first.actualToken()
                        && prompt.stream().bits(first.position()) == Float.floatToIntBits(first.actualLogprob()));
        CombinePolicy policy = stretch.setup().federation().policy();
        return stretch.name() + " could not be reproduced: at token " + (first.position() + 1) + " the run again gave "
                + token(first.actualToken(), first.actualLogprob()) + ", where "
                + token(first.expectedToken(), first.expectedLogprob()) + " was recorded. "
                + (asOther ? "That is what the other side recorded. " : "")
                + (policy.broken() ? "Under " + policy.id() + " the answer depends on timing."
                        : "Its policy gives the same bits every time, so it was recorded by another program, on a machine "
                                + "that is not sound, or with a worker that delivered something else.");
    }

    /// What running again under a broken policy shows, if not what was recorded.
    static String illustration(PartedStage stage, String name) {
        return "Run again, " + name + " parted at " + (stage.kind() == StageKind.HEAD ? "the output head"
                : "layer " + (stage.layer() + 1) + ", " + stage.kind().id()) + " of token " + (stage.token() + 1) + ": "
                + switch (stage.cause()) {
                    case MISSING_CONTRIBUTION -> "a gate opened before all contributions were there.";
                    case COMBINED_DIFFERENTLY -> "equal contributions were added in another order.";
                    case OTHER_PAYLOAD -> "the same work gave another payload.";
                    case OTHER_WORK, OTHER_OWNER, OTHER_STAGES -> "other work was asked.";
                } + " So it goes under this policy; at which stage it was when it was recorded, only its own log could tell.";
    }
}
