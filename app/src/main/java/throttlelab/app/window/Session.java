package throttlelab.app.window;

import java.util.List;

/// What a lab was doing, to be had back after the program has ended.
///
/// @param setup the set-up of the next run as a line; empty if there is none
/// @param typing what stood in the field for a prompt and had not been taken
/// @param workerNames what people call the workers, by number
record Session(String setup, String typing, List<String> workerNames) {

    Session {
        workerNames = List.copyOf(workerNames);
    }
}
