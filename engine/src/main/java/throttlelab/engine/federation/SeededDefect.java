package throttlelab.engine.federation;

import java.util.SplittableRandom;
import throttlelab.engine.UsageException;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.words.Sentence;

/// A defect and where it shows: once, at one stage of one token. The last worker is spared, so that it can be the slow
/// one that a gate does not wait for.
///
/// @param defect what is wrong
/// @param token at which new token, from 0; never one of the first two: some defects need a token before that was read
///         alone
/// @param layer at which layer, from 0; never the first
/// @param kind at its attention or its experts
/// @param slot whose contribution it concerns, where it concerns one
/// @param other another slot, where it concerns two
public record SeededDefect(Defect defect, int token, int layer, StageKind kind, int slot, int other) {

    /// The fewest tokens that a run with a defect generates.
    public static final int LEAST_TOKENS = 4;

    private static final int FIRST_TOKEN = 2;
    private static final int LAST_TOKEN = 7;

    /// A defect, its place as a seed chooses it.
    ///
    /// @param tokens how many tokens are generated
    /// @throws UsageException if there are too few tokens or layers to show one
    public static SeededDefect of(Defect defect, long seed, int tokens, ModelConfig config) {
        if (tokens < LEAST_TOKENS || config.layers() < 2) {
            throw new UsageException(Sentence.of("federation.a-defect-needs-a-model", LEAST_TOKENS, config.layers(),
                    tokens));
        }
        SplittableRandom random = new SplittableRandom(seed);
        int spared = ModelConfig.SLICES - 1;
        int slot = random.nextInt(spared);
        return new SeededDefect(defect, random.nextInt(FIRST_TOKEN, Math.min(tokens - 1, LAST_TOKEN)),
                random.nextInt(1, config.layers()), random.nextBoolean() ? StageKind.ATTENTION : StageKind.EXPERTS, slot,
                (slot + 1 + random.nextInt(spared - 1)) % spared);
    }

    boolean shows(StageId stage) {
        return stage.token() == token && stage.layer() == layer && stage.kind() == kind;
    }

    /// Whether a stage is the same one of the token before.
    boolean tokenBefore(StageId stage) {
        return stage.token() == token - 1 && stage.layer() == layer && stage.kind() == kind;
    }

    /// Whether a stage is the same one of the layer before.
    boolean layerBefore(StageId stage) {
        return stage.token() == token && stage.layer() == layer - 1 && stage.kind() == kind;
    }

    /// Refuses a federation in which the defect would not show, or could be taken for something else.
    void check(FederationSettings settings, boolean verified) {
        if (settings.partition() != PartitionKind.SLICED || settings.workers() != ModelConfig.SLICES
                || settings.policy().broken() || !verified) {
            throw new UsageException(Sentence.of("federation.a-federation-with-a-seeded", ModelConfig.SLICES));
        }
    }
}
