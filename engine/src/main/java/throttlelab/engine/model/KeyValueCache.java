package throttlelab.engine.model;

import static throttlelab.engine.numerics.Kernels.BLOCK;

import throttlelab.engine.numerics.Kernels;

/// Keys and values of one sequence for one slice of one layer.
///
/// Keys lie a position a column, in blocks of [Kernels#BLOCK] positions (`[head][block][dimension][position]`), so that
/// scores run across positions; values lie a position a row (`[head][capacity][dimension]`).
public final class KeyValueCache {

    private final int headDim;
    private final int heads;
    private int capacity;
    private float[] keys = {};
    private float[] values = {};

    /// Room for `positions` positions of the key-value heads of a slice.
    public KeyValueCache(ModelConfig config, int positions) {
        headDim = config.headDim();
        heads = config.keyValueHeadsPerSlice();
        begin(positions);
    }

    /// Begins another sequence: room for `positions` positions, in the memory of the one before if that is enough. What
    /// stands there is nobody's: a position is put before it is read.
    ///
    /// @throws IllegalArgumentException if there are fewer than none
    public void begin(int positions) {
        if (positions < 0) {
            throw new IllegalArgumentException("there cannot be " + positions + " positions");
        }
        capacity = (positions + BLOCK - 1) / BLOCK * BLOCK;
        int floats = Math.multiplyExact(heads * headDim, capacity);
        if (keys.length < floats) {
            keys = new float[floats];
            values = new float[floats];
        }
    }

    void put(int head, int position, float[] key, int keyAt, float[] value, int valueAt) {
        int column = column(head, position);
        for (int d = 0; d < headDim; d++, column += BLOCK) {
            keys[column] = key[keyAt + d];
        }
        System.arraycopy(value, valueAt, values, valuesAt(head) + position * headDim, headDim);
    }

    private int column(int head, int position) {
        return keysAt(head) + position / BLOCK * BLOCK * headDim + position % BLOCK;
    }

    /// How many floats one position has: keys and values of all heads.
    public int floatsPerPosition() {
        return 2 * heads * headDim;
    }

    /// Copies what is cached for a position: for each head its keys, then its values.
    public void copyOut(int position, float[] to, int at) {
        int place = at;
        for (int head = 0; head < heads; head++, place += headDim) {
            int column = column(head, position);
            for (int d = 0; d < headDim; d++, column += BLOCK) {
                to[place++] = keys[column];
            }
            System.arraycopy(values, valuesAt(head) + position * headDim, to, place, headDim);
        }
    }

    /// Takes back what [#copyOut(int, float\[\], int)] gave.
    public void copyIn(int position, float[] from, int at) {
        for (int head = 0; head < heads; head++) {
            int place = at + 2 * head * headDim;
            put(head, position, from, place, from, place + headDim);
        }
    }

    int capacity() {
        return capacity;
    }

    float[] keys() {
        return keys;
    }

    int keysAt(int head) {
        return head * headDim * capacity;
    }

    float[] values() {
        return values;
    }

    int valuesAt(int head) {
        return head * headDim * capacity;
    }
}
