package throttlelab.engine.recording;

import throttlelab.engine.federation.FederationSettings;

/// What a run was asked to do, but for its prompts and its throttle profile.
///
/// @param model which model
/// @param numerics version of the contract on numbers
/// @param federation partition, workers, policy, tempo
/// @param batch how many prompts ran together
/// @param tokens how many tokens were asked for after each prompt
public record RunSetup(ModelIdentity model, String numerics, FederationSettings federation, int batch, int tokens) {
}
