package throttlelab.fxml.bet;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// All tokens of a bet as they come. The thread that runs the bet writes, the window reads, and neither waits for the
/// other: a token is in its place before it is counted.
final class BetTape implements BetCells {

    private static final int WORST_BITS = 2;
    private static final int WORST = (1 << WORST_BITS) - 1;
    private static final int OTHER_BITS = 1;
    private static final int OTHER_TOKEN = 2;

    private final List<String> profiles;
    private final List<String> prompts;
    private final int length;
    private final int[] ids;
    private final float[] logprobs;
    private final float[] margins;
    /// Of each cell the number of tokens, and in the lowest bits the worst difference among them.
    private final AtomicIntegerArray marks;
    private volatile int begun = -1;
    private volatile boolean over;

    /// @param length how many tokens each cell will have
    BetTape(List<String> profiles, List<String> prompts, int length) {
        this.profiles = List.copyOf(profiles);
        this.prompts = List.copyOf(prompts);
        this.length = length;
        int cells = profiles.size() * prompts.size();
        this.ids = new int[cells * length];
        this.logprobs = new float[cells * length];
        this.margins = new float[cells * length];
        this.marks = new AtomicIntegerArray(cells);
    }

    /// The next profile begins.
    void begin(int profile) {
        begun = profile;
    }

    /// Nothing more will come.
    void end() {
        over = true;
    }

    /// A token has come. Those of a cell come in order.
    void add(int profile, int prompt, int position, int token, float logprob, float margin) {
        int cell = cell(profile, prompt);
        int at = cell * length + position;
        ids[at] = token;
        logprobs[at] = logprob;
        margins[at] = margin;
        int reference = cell(0, prompt) * length + position;
        int difference = ids[reference] != token ? OTHER_TOKEN
                : Float.floatToIntBits(logprobs[reference]) != Float.floatToIntBits(logprob) ? OTHER_BITS : 0;
        int worst = Math.max(marks.get(cell) & WORST, difference);
        marks.set(cell, position + 1 << WORST_BITS | worst);
    }

    /// How many tokens of a cell have come.
    int count(int profile, int prompt) {
        return marks.get(cell(profile, prompt)) >>> WORST_BITS;
    }

    /// How many there will be.
    int length() {
        return length;
    }

    /// The token at a position below [#count(int, int)].
    int token(int profile, int prompt, int position) {
        return ids[cell(profile, prompt) * length + position];
    }

    /// Its log-probability.
    float logprob(int profile, int prompt, int position) {
        return logprobs[cell(profile, prompt) * length + position];
    }

    /// How near it was to tipping.
    float margin(int profile, int prompt, int position) {
        return margins[cell(profile, prompt) * length + position];
    }

    @Override
    public List<String> profiles() {
        return profiles;
    }

    @Override
    public List<String> prompts() {
        return prompts;
    }

    @Override
    public Outcome outcome(int profile, int prompt) {
        boolean ended = over;
        int mark = marks.get(cell(profile, prompt));
        int worst = mark & WORST;
        // A difference is one, however much is still to come.
        if (worst > 0) {
            return worst == OTHER_TOKEN ? Outcome.TOKEN : Outcome.BITS;
        }
        if (mark >>> WORST_BITS == length) {
            return profile == 0 ? Outcome.REFERENCE : Outcome.EQUAL;
        }
        if (ended) {
            return Outcome.INCOMPLETE;
        }
        return profile > begun ? Outcome.PENDING : Outcome.RUNNING;
    }

    @Override
    public double filled(int profile, int prompt) {
        return count(profile, prompt) / (double) length;
    }

    private int cell(int profile, int prompt) {
        return profile * prompts.size() + prompt;
    }
}
