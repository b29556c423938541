package throttlelab.fxml.bet;

import java.util.List;

/// How much the workers were slowed down under one profile.
///
/// @param profile its name
/// @param workers one for each worker, by number
public record ProfileSlowdowns(String profile, List<WorkerSlowdown> workers) {

    /// @throws NullPointerException if the list is null or holds null
    public ProfileSlowdowns {
        workers = List.copyOf(workers);
    }
}
