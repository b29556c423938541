package throttlelab.engine.live;

import java.util.Arrays;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.RunListener;

/// The tokens of a run as they come. The coordinator appends; a reader sees every position below [#size()].
public final class LiveStream implements RunListener {

    private final int[] tokens;
    private final float[] logprobs;
    private final float[] margins;
    private volatile int size;

    LiveStream(int capacity) {
        tokens = new int[capacity];
        logprobs = new float[capacity];
        margins = new float[capacity];
    }

    @Override
    public void onToken(int prompt, int position, int token, float logprob, float margin) {
        tokens[position] = token;
        logprobs[position] = logprob;
        margins[position] = margin;
        // Publishes the three above.
        size = position + 1;
    }

    /// What has come so far, as a stream of its own.
    public GeneratedStream generated(int[] promptTokens) {
        int count = size;
        return new GeneratedStream(promptTokens.clone(), Arrays.copyOf(tokens, count), Arrays.copyOf(logprobs, count),
                Arrays.copyOf(margins, count));
    }

    /// How many tokens have come.
    public int size() {
        return size;
    }

    /// The token at `position`, below [#size()].
    public int token(int position) {
        return tokens[position];
    }

    /// Its log-probability.
    public float logprob(int position) {
        return logprobs[position];
    }

    /// Distance of its logit to that of the second-best token.
    public float margin(int position) {
        return margins[position];
    }
}
