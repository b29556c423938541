package throttlelab.engine.model;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/// A tensor in a mapped file.
///
/// @param name its name in the checkpoint
/// @param file where it stands
/// @param type how its elements are stored
/// @param shape its dimensions; the last runs fastest
/// @param data its elements, readable until the checkpoint is closed
record Tensor(String name, Path file, ElementType type, List<Long> shape, MemorySegment data) {

    long elements() {
        return data.byteSize() / type.bytes();
    }

    /// Elements of a row: the last dimension.
    int rowLength() {
        return Math.toIntExact(shape.getLast());
    }

    /// Where an element stands, for a sentence: `[3, 17]`.
    String place(long element) {
        StringBuilder place = new StringBuilder("]");
        for (int d = shape.size() - 1; d >= 0; d--) {
            place.insert(0, (d == 0 ? "[" : ", ") + element % shape.get(d));
            element /= shape.get(d);
        }
        return place.toString();
    }
}
