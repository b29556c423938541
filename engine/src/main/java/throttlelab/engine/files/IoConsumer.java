package throttlelab.engine.files;

import java.io.IOException;

/// Takes a value and may fail with an [IOException].
@FunctionalInterface
public interface IoConsumer<T> {

    /// Does what is to be done with `value`.
    void accept(T value) throws IOException;
}
