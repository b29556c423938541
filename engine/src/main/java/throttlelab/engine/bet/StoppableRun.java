package throttlelab.engine.bet;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.InputException;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.words.Sentence;

/// Runs prompts through one federation after another, batch by batch, until it is told to stop.
final class StoppableRun {

    private static final int[] NO_TOKENS = {};
    private static final float[] NO_NUMBERS = {};
    private static final int WARM_UP_TOKENS = 8;

    private final FederationRunner runner;
    private final FederationSettings settings;
    private final List<Prompt> prompts;
    private final List<int[]> promptTokens;
    private final int tokens;
    private final int batch;
    private volatile boolean stopped;
    private volatile FederationRunner.Session session;

    /// Checks everything that can be checked before the first run.
    ///
    /// @throws InputException if a prompt cannot be encoded or is too long
    StoppableRun(FederationRunner runner, FederationSettings settings, List<Prompt> prompts, int tokens, int batch) {
        this.runner = runner;
        this.settings = settings;
        this.prompts = prompts;
        this.tokens = tokens;
        this.batch = batch;
        runner.check(settings);
        this.promptTokens = prompts.stream().map(this::encode).toList();
    }

    private int[] encode(Prompt prompt) {
        int[] ids;
        try {
            ids = runner.encode(prompt.text());
        } catch (InputException e) {
            throw new InputException(Sentence.of("bet.prompt", prompt.id(), e.sentence()), e);
        }
        if (ids.length + tokens - 1 > runner.maxPositions()) {
            throw new InputException(Sentence.of("bet.prompt-has-tokens-with-new", prompt.id(), ids.length, tokens,
                    runner.maxPositions(), runner.model().name()));
        }
        return ids;
    }

    /// Ends the run that is going on, from any thread, and lets no other begin.
    void stop() {
        stopped = true;
        FederationRunner.Session running = session;
        if (running != null) {
            running.stop();
        }
    }

    boolean stopped() {
        return stopped;
    }

    /// Runs the first batch for nothing until [WarmUp] is content. It changes no bit of what comes after it.
    void warmUp(InstantSource time) throws InterruptedException {
        List<int[]> ids = promptTokens.subList(0, Math.min(batch, promptTokens.size()));
        WarmUp warmUp = new WarmUp(time);
        try (FederationRunner.Session opened = runner.openWarmUp(settings)) {
            session = opened;
            while (!stopped && warmUp.goesOn()) {
                opened.run(ids, Math.min(tokens, WARM_UP_TOKENS), RunListener.NONE);
                warmUp.passed();
            }
        } finally {
            session = null;
        }
    }

    /// One run through all prompts. Tokens are reported with the prompt's index among all prompts.
    ProfileRun run(PlannedRun planned, RunListener listener) throws InterruptedException {
        List<RecordedPrompt> recorded = new ArrayList<>();
        try (FederationRunner.Session opened = runner.open(planned.name(), planned.profile(), settings)) {
            session = opened;
            for (int from = 0; from < prompts.size() && !stopped; from += batch) {
                int first = from;
                List<int[]> ids = promptTokens.subList(from, Math.min(from + batch, prompts.size()));
                List<GeneratedStream> streams = opened.run(ids, tokens, (prompt, position, token, logprob, margin) ->
                        listener.onToken(first + prompt, position, token, logprob, margin));
                streams.forEach(stream -> recorded.add(recorded(recorded.size(), stream)));
            }
            while (recorded.size() < prompts.size()) {
                recorded.add(recorded(recorded.size(),
                        new GeneratedStream(NO_TOKENS, NO_TOKENS, NO_NUMBERS, NO_NUMBERS)));
            }
            boolean complete = recorded.stream().allMatch(prompt -> prompt.stream().length() == tokens);
            return new ProfileRun(planned, recorded, opened.report(), complete);
        } finally {
            session = null;
        }
    }

    private RecordedPrompt recorded(int index, GeneratedStream stream) {
        return new RecordedPrompt(prompts.get(index), promptTokens.get(index), new TokenStream(stream.tokens(),
                runner.decode(stream.tokens()), stream.logprobs(), stream.margins()));
    }
}
