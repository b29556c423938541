package throttlelab.engine.model;

import java.util.List;
import throttlelab.engine.numerics.PackedMatrix;

/// The weights of one decoder layer. Nobody changes what the arrays hold.
///
/// @param attentionNorm weights of the RMSNorm before attention (`input_layernorm`), one per width
/// @param expertNorm weights of the RMSNorm before the experts (`post_attention_layernorm`), one per width
/// @param queryNorm weights of the RMSNorm over a query head, one per head dimension
/// @param keyNorm weights of the RMSNorm over a key head, one per head dimension
/// @param router from the width of the residual stream to the experts' logits
/// @param attention the eight slices of attention
/// @param experts for every expert its eight slices
public record LayerWeights(float[] attentionNorm, float[] expertNorm, float[] queryNorm, float[] keyNorm,
        PackedMatrix router, List<AttentionSlice> attention, List<List<ExpertSlice>> experts) {
}
