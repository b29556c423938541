package throttlelab.engine.numerics;

/// The best and second-best of a row of logits. A NaN that counts makes the log-probability NaN, so that it cannot pass
/// unseen.
record Ranking(int best, float max, float second, boolean numbers) {

    static Ranking of(float[] logits, int at, int length, boolean[] present) {
        int best = -1;
        float max = Float.NEGATIVE_INFINITY;
        float second = Float.NEGATIVE_INFINITY;
        boolean numbers = true;
        for (int i = 0; i < length; i++) {
            if (present != null && !present[i]) {
                continue;
            }
            float logit = logits[at + i];
            numbers &= !Float.isNaN(logit);
            if (best < 0 || logit > max) {
                second = max;
                max = logit;
                best = i;
            } else if (logit > second) {
                second = logit;
            }
        }
        return new Ranking(best, max, second, numbers);
    }

    /// The choice, given the ascending sum of exp(logit − max).
    Choice choice(float sum) {
        float logprob = numbers ? max - max - Elementary.log(sum) + 0.0f : Float.NaN;
        return new Choice(best, logprob, max - second);
    }
}
