package throttlelab.engine.federation;

import throttlelab.engine.throttle.Tempo;

/// How a federation is set up.
///
/// @param partition how the model is divided
/// @param workers how many workers: 1, 2, 4 or 8
/// @param policy what the coordinator does at a barrier
/// @param tempo full speed or slow motion
public record FederationSettings(PartitionKind partition, int workers, CombinePolicy policy, Tempo tempo) {

    /// Eight workers, sliced, content-addressed, at full speed.
    public static final FederationSettings DEFAULT = new FederationSettings(PartitionKind.SLICED, 8,
            CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL);
}
