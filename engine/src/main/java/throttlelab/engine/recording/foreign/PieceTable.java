package throttlelab.engine.recording.foreign;

import java.util.Arrays;
import throttlelab.engine.files.CharacterBuffer;

/// What was said of tokens, and which one each is: a hash table that is asked with what was just read, without making an
/// object of it. An answer has millions of tokens, and most time goes into waiting for memory; so all that was said of
/// one lies together.
final class PieceTable {

    /// An odd number without a pattern; texts of a few letters differ in the upper bits after one round.
    static final int FACTOR = 0x9E3779B1;

    private static final int FIRST = 1 << 10;
    private static final int HALF = 16;
    /// What stands before the characters: hash, id, place of the piece, length of the text, number of bytes.
    private static final int HEAD = 5;

    /// Where in `said` each one begins, and one more, so that 0 is free.
    private int[] slots = new int[FIRST];
    private int[] said = new int[FIRST];
    private int end;
    private Piece[] pieces = new Piece[FIRST];
    private int size;

    static int hash(int id, CharacterBuffer text, TokenBytes bytes) {
        int hash = (id + 1) * FACTOR;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash + text.charAt(i)) * FACTOR;
        }
        hash = bytes.hash(hash) * FACTOR;
        return hash ^ hash >>> HALF;
    }

    /// @return null if nobody has said this yet
    Piece find(int hash, int id, CharacterBuffer text, TokenBytes bytes) {
        for (int i = hash & slots.length - 1; slots[i] != 0; i = i + 1 & slots.length - 1) {
            int at = slots[i] - 1;
            if (said[at] == hash && said[at + 1] == id && isSaid(at, text, bytes)) {
                return pieces[said[at + 2]];
            }
        }
        return null;
    }

    private boolean isSaid(int at, CharacterBuffer text, TokenBytes bytes) {
        if (said[at + 3] != text.length() || said[at + 4] != bytes.length()) {
            return false;
        }
        int next = at + HEAD;
        for (int i = 0; i < text.length(); i++) {
            if (said[next++] != text.charAt(i)) {
                return false;
            }
        }
        for (int i = 0; i < bytes.length(); i++) {
            if (said[next++] != bytes.at(i)) {
                return false;
            }
        }
        return true;
    }

    /// Remembers what nobody has said yet.
    void put(int hash, int id, CharacterBuffer text, TokenBytes bytes, Piece piece) {
        room(HEAD + Math.max(0, text.length()) + Math.max(0, bytes.length()));
        pieces[size] = piece;
        place(hash, end);
        said[end++] = hash;
        said[end++] = id;
        said[end++] = size++;
        said[end++] = text.length();
        said[end++] = bytes.length();
        for (int i = 0; i < text.length(); i++) {
            said[end++] = text.charAt(i);
        }
        for (int i = 0; i < bytes.length(); i++) {
            said[end++] = bytes.at(i);
        }
    }

    private void room(int more) {
        if (end + more > said.length) {
            said = Arrays.copyOf(said, Math.max(end + more, 2 * end));
        }
        if (size == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * size);
        }
        if (2 * size >= slots.length) {
            slots = new int[2 * slots.length];
            for (int at = 0; at < end; at += HEAD + Math.max(0, said[at + 3]) + Math.max(0, said[at + 4])) {
                place(said[at], at);
            }
        }
    }

    private void place(int hash, int at) {
        int i = hash & slots.length - 1;
        while (slots[i] != 0) {
            i = i + 1 & slots.length - 1;
        }
        slots[i] = at + 1;
    }
}
