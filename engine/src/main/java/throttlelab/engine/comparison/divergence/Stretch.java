package throttlelab.engine.comparison.divergence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.RunSteps;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;

/// The part of a run that is looked at, with its log: one batch, or all of it.
///
/// @param name `A` or `B`
/// @param recording what it is to be judged by
/// @param setup under which it ran
/// @param prompts what ran, in order
/// @param steps its steps, counted from the first one of `window`
/// @param window its part of the log
/// @param source where the log is from
/// @param gave what it gave for the prompt in question
record Stretch(String name, Recording recording, RunSetup setup, List<RecordedPrompt> prompts, RunSteps steps,
        LogWindow window, Source source, RecordedPrompt gave) {

    /// The batch of a recording, whose log is at hand, in which a prompt ran.
    static Stretch logged(String name, Recording recording, AuditedRun log, String prompt) {
        int index = IntStream.range(0, recording.prompts().size())
                .filter(i -> recording.prompts().get(i).id().equals(prompt)).findFirst().orElseThrow();
        int batch = recording.setup().batch();
        int number = index / batch;
        int from = number * batch;
        List<RecordedPrompt> together =
                recording.prompts().subList(from, from + Math.min(batch, recording.prompts().size() - from));
        RunSteps whole = steps(recording.prompts(), batch, recording.setup().tokens());
        return new Stretch(name, recording, recording.setup(), together,
                steps(together, together.size(), recording.setup().tokens()),
                new LogWindow(log, whole.first(number), whole.first(number + 1)), Source.LOG,
                recording.prompts().get(index));
    }

    /// All of a recording whose log is at hand.
    static Stretch whole(String name, Recording recording, AuditedRun log) {
        RunSteps steps = steps(recording.prompts(), recording.setup().batch(), recording.setup().tokens());
        return new Stretch(name, recording, recording.setup(), recording.prompts(), steps,
                new LogWindow(log, 0, steps.count()), Source.LOG, recording.prompts().getFirst());
    }

    static RunSteps steps(List<RecordedPrompt> prompts, int batch, int tokens) {
        return RunSteps.of(prompts.stream().map(RecordedPrompt::promptTokens).toList(), batch, tokens);
    }

    /// Whether both logs have the same lines if the runs are equal: the same prompts together, dealt in the same way.
    boolean fits(Stretch other) {
        return sameDivision(setup.federation(), other.setup.federation()) && prompts.size() == other.prompts.size()
                && IntStream.range(0, prompts.size()).allMatch(i -> Arrays.equals(prompts.get(i).promptTokens(),
                        other.prompts.get(i).promptTokens()));
    }

    static boolean sameDivision(FederationSettings a, FederationSettings b) {
        return a.partition() == b.partition() && a.workers() == b.workers();
    }

    /// How what it gave differs from what was recorded, as far as it was run.
    StreamDiff reproduction() {
        return Comparison.ofCommon(recorded(), List.of(gave)).streams().getFirst();
    }

    private List<RecordedPrompt> recorded() {
        return recording.prompts().stream().filter(prompt -> prompt.id().equals(gave.id())).toList();
    }

    /// Whether it gave what was recorded.
    boolean holds() {
        return source == Source.LOG || reproduction().first().isEmpty();
    }
}
