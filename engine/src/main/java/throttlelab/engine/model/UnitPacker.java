package throttlelab.engine.model;

import java.util.stream.Stream;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.numerics.PackedMatrix;

/// Packs the matrices of one unit after the other and digests them on the way. Not for use by two threads at once.
final class UnitPacker {

    private final Hasher hasher = new Hasher();
    private final WeightWindow window;
    private PackedMatrix matrix;
    private int rows;

    /// A packer for matrices of at most `inputs` inputs.
    UnitPacker(int inputs) {
        window = new WeightWindow(inputs);
    }

    /// Begins the unit's next matrix, whose rows are those of `sources`.
    UnitPacker matrix(int outputs, int inputs, Tensor... sources) {
        hasher.add(outputs).add(inputs);
        boolean bfloat16 = Stream.of(sources).allMatch(source -> source.type() == ElementType.BF16);
        matrix = bfloat16 ? PackedMatrix.bfloat16(outputs, inputs) : PackedMatrix.fp32(outputs, inputs);
        rows = 0;
        return this;
    }

    /// Appends `count` rows of `tensor` from `firstRow` on, of each as many columns as the matrix has inputs, from
    /// `firstColumn` on.
    UnitPacker rows(Tensor tensor, int firstRow, int count, int firstColumn) {
        for (int row = firstRow; row < firstRow + count; row++) {
            window.read(tensor, (long) row * tensor.rowLength() + firstColumn, matrix.inputs()).addTo(hasher);
            matrix.putRow(rows++, window.floats(), 0);
        }
        return this;
    }

    /// The finished matrix.
    PackedMatrix packed() {
        return matrix;
    }

    /// The digest of the finished unit; the next one may begin.
    Sha256 digest() {
        return hasher.finish();
    }
}
