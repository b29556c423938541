package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.throttle.Profiles;

/// The shipped model against an independent implementation of its architecture.
class ReferenceTest {

    private static final int TOKENS = 50;
    private static final float TOLERANCE = 2e-4f;

    @Test
    void allHundredPromptsGiveTheReferencesTokensAndLogProbabilities() throws Exception {
        List<GeneratedStream> streams = generate(CombinePolicy.CONTENT_ADDRESSED, 100);

        assertThat(Reference.all()).hasSize(100);
        assertThat(streams).hasSize(100).allSatisfy(stream -> assertThat(stream.tokens()).hasSize(TOKENS));
        assertThat(differences(streams, Reference.all())).isEmpty();
    }

    /// The control: a forward pass that leaves something out is found to differ.
    @Test
    void aForwardPassThatLeavesSlicesOutDiffers() throws Exception {
        List<GeneratedStream> streams = generate(CombinePolicy.MAJORITY, 3);

        assertThat(differences(streams, Reference.all().subList(0, 3))).hasSize(3);
    }

    /// The control of the tolerance: the comparison sees what is just outside of it.
    @Test
    void aLogProbabilityJustOutsideTheToleranceDiffers() {
        Reference reference = Reference.all().getFirst();
        float[] near = reference.logprobs().clone();
        near[17] += 1.9e-4f;
        float[] far = reference.logprobs().clone();
        far[17] += 2.2e-4f;

        assertThat(difference(reference.tokens(), near, reference)).isNull();
        assertThat(difference(reference.tokens(), far, reference)).startsWith("p001, token 18");
    }

    private static List<GeneratedStream> generate(CombinePolicy policy, int prompts) throws InterruptedException {
        try (Federation federation = Runs.open(Runs.shipped(), Runs.settings(PartitionKind.SLICED, 8, policy),
                Profiles.NONE, FederationOptions.DEFAULT.withOrder(DeliveryOrder.REVERSED))) {
            return federation.run(Reference.prompts(prompts), TOKENS, RunListener.NONE);
        }
    }

    private static List<String> differences(List<GeneratedStream> streams, List<Reference> references) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            String found = difference(streams.get(i).tokens(), streams.get(i).logprobs(), references.get(i));
            if (found != null) {
                differences.add(found);
            }
        }
        return differences;
    }

    private static String difference(int[] tokens, float[] logprobs, Reference reference) {
        assertThat(tokens).hasSameSizeAs(reference.tokens());
        for (int i = 0; i < tokens.length; i++) {
            // Not "difference > tolerance": a NaN must not pass.
            boolean near = Math.abs(logprobs[i] - reference.logprobs()[i]) <= TOLERANCE;
            if (tokens[i] != reference.tokens()[i] || !near) {
                return reference.id() + ", token " + (i + 1) + ": " + tokens[i] + " (" + logprobs[i] + "), not "
                        + reference.tokens()[i] + " (" + reference.logprobs()[i] + ")";
            }
        }
        return null;
    }
}
