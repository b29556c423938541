package throttlelab.app.terminal;

/// The signs this program uses, written in ASCII where the terminal's encoding lacks them.
final class Ascii {

    private Ascii() {
    }

    static String of(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.append(sign(c)));
        return ascii.toString();
    }

    private static String sign(int c) {
        return switch (c) {
            case '×' -> "x";
            case '–', '—', '−', '─' -> "-";
            case '…' -> "...";
            case '≥' -> ">=";
            case '≤' -> "<=";
            case '·', '•' -> "-";
            case '→' -> "->";
            case '±' -> "+-";
            case 'µ' -> "u";
            case 'Σ' -> "sum of ";
            case '█' -> "#";
            case '░' -> ".";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            default -> c < 0x80 ? Character.toString(c) : "?";
        };
    }
}
