package throttlelab.engine.live;

import throttlelab.engine.federation.FederationSettings;

/// What a watched run is to do.
///
/// @param settings partition, workers, policy, tempo
/// @param promptTokens ids of the prompt, begin token first
/// @param tokens how many tokens to generate
/// @param startPaused whether it holds before its first stage
public record LiveSetup(FederationSettings settings, int[] promptTokens, int tokens, boolean startPaused) {
}
