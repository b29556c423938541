package throttlelab.engine.files;

import java.util.Arrays;

/// Characters that were read, in a place that the next ones take again: of a million short texts no objects are made.
/// It may hold nothing at all, which is not the same as no characters.
public final class CharacterBuffer implements CharSequence {

    private static final int FIRST = 64;

    private char[] characters = new char[FIRST];
    private int length = -1;

    /// Makes it hold nothing.
    public void clear() {
        length = -1;
    }

    /// Whether it holds something, if only an empty text.
    public boolean isFilled() {
        return length >= 0;
    }

    /// Takes the characters of a text.
    ///
    /// @param text null for nothing
    public void set(String text) {
        length = -1;
        if (text != null) {
            roomFor(text.length());
            text.getChars(0, text.length(), characters, 0);
            length = text.length();
        }
    }

    /// Takes `count` characters of an array.
    void set(char[] from, int offset, int count) {
        roomFor(count);
        System.arraycopy(from, offset, characters, 0, count);
        length = count;
    }

    private void roomFor(int count) {
        if (count > characters.length) {
            characters = new char[Math.max(count, 2 * characters.length)];
        }
    }

    /// How many characters there are; −1 if it holds nothing.
    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return characters[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(Arrays.copyOfRange(characters, start, end));
    }

    /// The text; null if it holds nothing.
    @Override
    public String toString() {
        return length < 0 ? null : new String(characters, 0, length);
    }
}
