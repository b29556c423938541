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
import throttlelab.engine.words.Sentence;

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
        Sentence differs = diff.kind() == Difference.TOKEN
                ? Sentence.of("path.tokens", token(diff.expectedToken(), diff.expectedLogprob()),
                        token(diff.actualToken(), diff.actualLogprob()))
                : Sentence.of("path.logprobs", diff.expectedToken(), logprob(diff.expectedLogprob()),
                        logprob(diff.actualLogprob()), diff.ulps());
        return List.of(new PathStep(Level.PROMPT, Sentence.plain(visible.promptId()), Sentence.of("path.first-prompt"),
                        Source.STREAMS),
                new PathStep(Level.TOKEN, Sentence.plain(token), differs, Source.STREAMS));
    }

    private static Sentence token(int id, float logprob) {
        return Sentence.of("path.token", id, logprob(logprob));
    }

    /// The same in every language.
    private static String logprob(float logprob) {
        return logprob + " (" + HexFormat.of().toHexDigits(Float.floatToIntBits(logprob)) + ")";
    }

    /// From the token to the contribution.
    ///
    /// @param rows how many prompts the step reads
    List<PathStep> steps(boolean prefill, int rows) {
        List<PathStep> steps = new ArrayList<>();
        steps.add(step(Level.STEP, stage.a().step() == stage.b().step()
                ? Sentence.plain(Long.toString(stage.a().step()))
                : Sentence.of("path.both-steps", stage.a().step(), stage.b().step()), prefill
                ? Sentence.of("path.reads", rows) : Sentence.of("path.leads", stage.token() + 1, rows)));
        boolean head = stage.kind() == StageKind.HEAD;
        steps.add(step(Level.LAYER, head ? Sentence.of("path.head") : Sentence.plain(Integer.toString(stage.layer()
                + 1)),
                head ? Sentence.of("path.layers-equal") : stage.layer() == 0 ? Sentence.of("path.first-layer")
                        : Sentence.of("path.before-equal")));
        steps.add(step(Level.STAGE, stage.kind().words(), what()));
        if (!stage.parted().isEmpty()) {
            PartedStage.Parted first = stage.parted().getFirst();
            steps.add(step(Level.WORKER, worker(first), stage.parted().size() == 1 ? who(first)
                    : Sentence.joined(" ", List.of(who(first), others()))));
            steps.add(step(Level.CONTRIBUTION,
                    Sentence.plain(first.a().or(first::b).orElseThrow().address().prefix(ADDRESS)),
                            contribution(first)));
        }
        return steps;
    }

    private PathStep step(Level level, Sentence which, Sentence saying) {
        return new PathStep(level, which, saying, source);
    }

    private Sentence what() {
        return switch (stage.cause()) {
            case OTHER_PAYLOAD -> Sentence.of("path.other-payload", slots());
            case MISSING_CONTRIBUTION -> Sentence.of("path.missing", combined(stage.a()), combined(stage.b()));
            case COMBINED_DIFFERENTLY -> Sentence.of("path.combined-differently",
                    stage.a().stage().map(s -> s.contributions().size()).orElse(0), order(a, stage.a()),
                    order(b, stage.b()));
            case OTHER_WORK -> Sentence.of("path.other-work");
            case OTHER_OWNER -> Sentence.of("path.other-owner", divisions(a.setup(), b.setup()));
            case OTHER_STAGES -> stage.a().stage().isPresent() && stage.b().stage().isPresent()
                    ? Sentence.of("path.other-stages", divisions(a.setup(), b.setup()))
                    : Sentence.of("path.log-ends", stage.a().stage().isPresent() ? "B" : "A");
        };
    }

    private Sentence slots() {
        return Sentence.of("path.slots", stage.parted().size(), stage.parted().stream()
                .map(p -> Integer.toString(p.slot())).collect(Collectors.joining(", ")));
    }

    private static Sentence combined(PartedStage.Side side) {
        return side.stage().map(s -> Sentence.of("path.combined", s.contributions().stream()
                .map(c -> Integer.toString(c.slot())).collect(Collectors.joining(", "))))
                .orElseGet(() -> Sentence.of("path.combined-nothing"));
    }

    private static Sentence order(Stretch stretch, PartedStage.Side side) {
        CombinePolicy policy = stretch.setup().federation().policy();
        return !policy.addsInArrivalOrder() ? Sentence.of("path.slot-order", policy.id())
                : side.arrivals().isEmpty() ? Sentence.of("path.as-arrived", policy.id())
                : Sentence.of("path.as-arrived-slots", policy.id(), side.arrivals().stream().map(String::valueOf)
                        .collect(Collectors.joining(", ")));
    }

    private static Sentence worker(PartedStage.Parted parted) {
        return parted.worker().isPresent() ? Sentence.plain("worker-" + parted.worker().getAsInt())
                : Sentence.of("path.slot", parted.slot());
    }

    private Sentence others() {
        return Sentence.of("path.same-for", Sentence.joined(", ", stage.parted().stream().skip(1).map(PathWords::worker)
                .toList()));
    }

    private Sentence who(PartedStage.Parted parted) {
        if (parted.a().isPresent() && parted.b().isPresent()) {
            return stage.cause() == Cause.OTHER_OWNER ? Sentence.of("path.delivered", parted.slot())
                    : Sentence.of("path.delivered-other", parted.slot());
        }
        return parted.a().isPresent() ? Sentence.of("path.in-time", parted.slot(), "A", "B")
                : Sentence.of("path.in-time", parted.slot(), "B", "A");
    }

    private static Sentence contribution(PartedStage.Parted parted) {
        Optional<AuditedStage.Contribution> a = parted.a();
        Optional<AuditedStage.Contribution> b = parted.b();
        if (a.isEmpty() || b.isEmpty()) {
            return Sentence.of("path.without-it", checksum(a.or(() -> b).orElseThrow()), a.isPresent() ? "A" : "B");
        }
        if (!a.get().address().equals(b.get().address())) {
            return Sentence.of("path.other-address", b.get().address().prefix(ADDRESS));
        }
        return Sentence.of("path.other-checksum", checksum(a.get()), checksum(b.get()));
    }

    private static String checksum(AuditedStage.Contribution contribution) {
        return HexFormat.of().toHexDigits(contribution.checksum());
    }

    static Sentence logsEqual(Stretch a, Stretch b) {
        return a.source() == Source.LOG && b.source() == Source.LOG ? Sentence.of("path.logs-equal-or-later")
                : Sentence.of("path.logs-equal");
    }

    static Sentence divisions(RunSetup a, RunSetup b) {
        return Sentence.of("path.divisions", division(a), division(b));
    }

    private static Sentence division(RunSetup setup) {
        FederationSettings federation = setup.federation();
        return Sentence.of("path.division", federation.partition().id(), federation.workers(), setup.batch());
    }

    /// Why one side cannot follow the other.
    static Sentence divisions(Stretch lead, String name, RunSetup setup) {
        return Sentence.of("path.cannot-follow", lead.name(), division(lead.setup()), name, division(setup),
                setup.federation().policy().id());
    }

    static Sentence notReproduced(Stretch stretch, Recording other) {
        PositionDiff first = stretch.reproduction().first().orElseThrow();
        boolean asOther = other.prompts().stream().filter(prompt -> prompt.id().equals(stretch.gave().id()))
                .anyMatch(prompt -> prompt.stream().length() > first.position()
                        && prompt.stream().tokens()[first.position()] == first.actualToken()
                        && prompt.stream().bits(first.position()) == Float.floatToIntBits(first.actualLogprob()));
        CombinePolicy policy = stretch.setup().federation().policy();
        List<Sentence> told = new ArrayList<>();
        told.add(Sentence.of("path.not-reproduced", stretch.name(), first.position() + 1,
                token(first.actualToken(), first.actualLogprob()), token(first.expectedToken(), first.expectedLogprob())));
        if (asOther) {
            told.add(Sentence.of("path.as-other"));
        }
        told.add(policy.broken() ? Sentence.of("path.timing", policy.id()) : Sentence.of("path.unsound"));
        return Sentence.joined(" ", told);
    }

    /// What running again under a broken policy shows, if not what was recorded.
    static Sentence illustration(PartedStage stage, String name) {
        Sentence where = stage.kind() == StageKind.HEAD ? Sentence.of("path.at-head", stage.token() + 1)
                : Sentence.of("path.at-stage", stage.layer() + 1, stage.kind().words(), stage.token() + 1);
        return Sentence.of("path.illustration", name, where, switch (stage.cause()) {
            case MISSING_CONTRIBUTION -> Sentence.of("path.gate-early");
            case COMBINED_DIFFERENTLY -> Sentence.of("path.another-order");
            case OTHER_PAYLOAD -> Sentence.of("path.another-payload");
            case OTHER_WORK, OTHER_OWNER, OTHER_STAGES -> Sentence.of("path.asked-other");
        });
    }
}
