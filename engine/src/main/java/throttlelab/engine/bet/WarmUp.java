package throttlelab.engine.bet;

import java.time.InstantSource;

/// Decides how long the code is warmed up before the first run of a bet.
///
/// A cold `none` is charged for the just-in-time compiler and can be slower than a warm throttled profile, and the bet
/// would be void. So the first batch is run for nothing, again and again, for at least a second and until two passes in
/// a row have brought no more speed; a machine that never settles is waited for six seconds.
final class WarmUp {

    private static final long LEAST_MILLIS = 1_000;
    private static final long MOST_MILLIS = 6_000;
    private static final int MOST_PASSES = 1_000;
    /// A pass that takes more than this share of the fastest one before it has brought no more speed.
    private static final double NO_FASTER = 0.95;
    private static final int SETTLED_PASSES = 2;

    private final InstantSource time;
    private final long began;
    private long passBegan;
    private long fastest = Long.MAX_VALUE;
    private int settled;
    private int passes;

    WarmUp(InstantSource time) {
        this.time = time;
        this.began = time.millis();
        this.passBegan = began;
    }

    /// Notes the end of a pass.
    void passed() {
        long now = time.millis();
        long took = now - passBegan;
        settled = took > fastest * NO_FASTER ? settled + 1 : 0;
        fastest = Math.min(fastest, took);
        passBegan = now;
        passes++;
    }

    /// Whether another pass is wanted.
    boolean goesOn() {
        long elapsed = passBegan - began;
        return passes < MOST_PASSES && elapsed < MOST_MILLIS && (elapsed < LEAST_MILLIS || settled < SETTLED_PASSES);
    }
}
