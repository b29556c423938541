package throttlelab.engine.recording.foreign;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// The tokens of an answer, in order. However many they are, they are kept in few objects; a [PrintedToken] is made when
/// it is asked for, and what must be quick asks for less.
public final class PrintedTokens extends AbstractList<PrintedToken> implements RandomAccess {

    private final Piece[] pieces;
    private final Numbers numbers;
    /// Of all positions, or of none.
    private final List<List<Alternative>> tops;

    /// @param numbers as many as there are pieces; not changed any more
    /// @param tops for each of them; empty if there are none anywhere
    PrintedTokens(Piece[] pieces, Numbers numbers, List<List<Alternative>> tops) {
        this.pieces = pieces;
        this.numbers = numbers;
        this.tops = List.copyOf(tops);
        numbers.trim();
    }

    /// The same tokens, kept so.
    ///
    /// @throws NullPointerException if the list is null or holds null
    public static PrintedTokens of(List<PrintedToken> tokens) {
        Numbers numbers = new Numbers();
        tokens.forEach(token -> numbers.add(token.number()));
        return new PrintedTokens(tokens.stream().map(PrintedToken::piece).toArray(Piece[]::new), numbers,
                tokens.stream().map(PrintedToken::top).toList());
    }

    @Override
    public PrintedToken get(int index) {
        return new PrintedToken(pieces[index], numbers.get(index), tops.isEmpty() ? List.of() : tops.get(index));
    }

    @Override
    public int size() {
        return pieces.length;
    }

    /// Which token stands at a position.
    public Piece piece(int index) {
        return pieces[index];
    }

    /// Its number exactly as it is printed; null where none is.
    public String number(int index) {
        return numbers.get(index);
    }

    /// As [PrintedToken#isPrinted()] of a position.
    public boolean isPrinted(int index) {
        return numbers.isPrinted(index);
    }

    /// Whether the same characters are printed as at a position of others, or nothing in both places.
    public boolean sameCharacters(int index, PrintedTokens others, int other) {
        return numbers.same(index, others.numbers, other);
    }
}
