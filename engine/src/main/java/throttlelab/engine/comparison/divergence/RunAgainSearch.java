package throttlelab.engine.comparison.divergence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.recording.AuditFiles;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.words.Sentence;

/// Looks for the first divergence with the help of running again. One side leads: its log is at hand, or it runs again
/// as it was set up. The other one must follow in the same division of the work, or their logs could not be laid side by
/// side; the content-addressed policy gives the same bits in every division, the broken ones do not.
final class RunAgainSearch implements AutoCloseable {

    private final AuditedRecording a;
    private final AuditedRecording b;
    private final RunAgain again;
    private final DivergencePath.Visible visible;
    private final PathMaker maker;
    private final Path folder;
    private final Set<Sentence> remarks = new LinkedHashSet<>();
    private int runs;

    /// A run that was to find something out ended before it did.
    private static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /// @throws InputException if the recordings were not made with the model that would run
    RunAgainSearch(AuditedRecording a, AuditedRecording b, RunAgain again) {
        this.a = a;
        this.b = b;
        this.again = again;
        Visibles visibles = new Visibles(a.recording(), b.recording());
        this.visible = visibles.first().orElseThrow();
        this.maker = new PathMaker(visibles);
        requireModel(a.recording().setup());
        requireModel(b.recording().setup());
        try {
            folder = Files.createTempDirectory("throttlelab-audit");
        } catch (IOException e) {
            throw new RunException(Sentence.of("comparison.the-audit-logs-of-running", e.getMessage()), e);
        }
    }

    private void requireModel(RunSetup setup) {
        if (!again.model().sameAs(setup.model()) || !again.numerics().equals(setup.numerics())) {
            throw new InputException(Sentence.of("comparison.to-find-out-where-they", setup.model().name(),
                    setup.model().digest().prefix(12), setup.numerics(), again.model().name(),
                    again.model().digest().prefix(12), again.numerics()));
        }
    }

    DivergencePath path() throws InterruptedException {
        try {
            for (boolean aLeads : leaders()) {
                Optional<DivergencePath> found = attempt(aLeads);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return maker.unlocated(Outcome.NOT_REPRODUCED, visible, List.copyOf(remarks));
        } catch (Stopped e) {
            return maker.unlocated(Outcome.STOPPED, visible,
                    List.of(Sentence.of("path.stopped")));
        }
    }

    /// Whoever has a log leads; it need not be run again.
    private List<Boolean> leaders() {
        List<Boolean> leaders = new ArrayList<>();
        if (b.log().isPresent() || a.log().isEmpty()) {
            leaders.add(false);
        }
        if (a.log().isPresent()) {
            leaders.add(true);
        }
        return leaders;
    }

    private Optional<DivergencePath> attempt(boolean aLeads) throws InterruptedException, Stopped {
        AuditedRecording leader = aLeads ? a : b;
        AuditedRecording follower = aLeads ? b : a;
        Stretch lead = lead(aLeads ? "A" : "B", leader);
        Optional<Stretch> following = follow(aLeads ? "B" : "A", follower, lead);
        if (following.isEmpty()) {
            return Optional.empty();
        }
        Stretch follow = following.get();
        DivergencePath path = aLeads ? maker.compared(lead, follow, Optional.of(visible))
                : maker.compared(follow, lead, Optional.of(visible));
        if (lead.holds() && follow.holds()) {
            return Optional.of(path);
        }
        note(lead, follower.recording());
        note(follow, leader.recording());
        if (follow.holds() && lead.setup().federation().policy().broken()) {
            path.stage().ifPresent(stage -> remarks.add(PathWords.illustration(stage, lead.name())));
        }
        return Optional.empty();
    }

    private void note(Stretch stretch, Recording other) {
        if (!stretch.holds()) {
            remarks.add(PathWords.notReproduced(stretch, other));
        }
    }

    private Stretch lead(String name, AuditedRecording leader) throws InterruptedException, Stopped {
        if (leader.log().isPresent()) {
            return Stretch.logged(name, leader.recording(), leader.log().get(), visible.promptId());
        }
        RecordedPrompt prompt = prompt(leader.recording());
        return run(name, leader.recording(), leader.recording().setup(), List.of(prompt));
    }

    /// @return nothing if it cannot run in that division
    private Optional<Stretch> follow(String name, AuditedRecording follower, Stretch lead)
            throws InterruptedException, Stopped {
        Recording recording = follower.recording();
        if (follower.log().isPresent()) {
            Stretch logged = Stretch.logged(name, recording, follower.log().get(), visible.promptId());
            if (logged.fits(lead)) {
                return Optional.of(logged);
            }
        }
        FederationSettings own = recording.setup().federation();
        FederationSettings division = lead.setup().federation();
        if (own.policy() != CombinePolicy.CONTENT_ADDRESSED && !Stretch.sameDivision(own, division)) {
            remarks.add(PathWords.divisions(lead, name, recording.setup()));
            return Optional.empty();
        }
        RunSetup as = recording.setup();
        RunSetup setup = new RunSetup(as.model(), as.numerics(), new FederationSettings(division.partition(),
                division.workers(), own.policy(), own.tempo()), as.batch(), as.tokens());
        return Optional.of(run(name, recording, setup, lead.prompts()));
    }

    private RecordedPrompt prompt(Recording recording) {
        return recording.prompts().stream().filter(prompt -> prompt.id().equals(visible.promptId())).findFirst()
                .orElseThrow();
    }

    private Stretch run(String name, Recording recording, RunSetup as, List<RecordedPrompt> prompts)
            throws InterruptedException, Stopped {
        int tokens = visible.diff().position() + 1;
        RunSetup setup = new RunSetup(as.model(), as.numerics(), as.federation(), prompts.size(), tokens);
        String log = name + ++runs;
        List<RecordedPrompt> gave;
        try (AuditFiles files = AuditFiles.open(folder, log)) {
            gave = again.run(setup, prompts, tokens, files);
        }
        if (gave.size() < prompts.size() || gave.stream().anyMatch(prompt -> prompt.stream().length() < tokens)) {
            throw new Stopped();
        }
        return new Stretch(name, recording, setup, prompts, Stretch.steps(prompts, prompts.size(), tokens),
                new LogWindow(AuditedRun.in(folder, log), 0, Long.MAX_VALUE), Source.RUN_AGAIN,
                gave.stream().filter(prompt -> prompt.id().equals(visible.promptId())).findFirst().orElseThrow());
    }

    /// Removes the logs.
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(RunAgainSearch::delete);
        } catch (IOException | UncheckedIOException e) {
            throw new RunException(Sentence.of("comparison.the-audit-logs-of-running-again", folder, e.getMessage()),
                    e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
