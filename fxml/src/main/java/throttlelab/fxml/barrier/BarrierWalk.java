package throttlelab.fxml.barrier;

import java.util.List;

/// The way of a token through the workers of a pipeline.
///
/// @param token what the marker is called
/// @param owns what each worker owns, in words
/// @param at the worker that has the token
public record BarrierWalk(String token, List<String> owns, int at) {
}
