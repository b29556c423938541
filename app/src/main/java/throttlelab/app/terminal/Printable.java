package throttlelab.app.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text that comes in pieces which may break in the middle of a character, made fit for a terminal: what is no UTF-8,
/// and every control character but tab and line feed, becomes U+FFFD, so that no model can steer a terminal.
public final class Printable {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer pending = ByteBuffer.allocate(0);

    /// Takes the next bytes and gives the characters that are complete.
    public String add(byte[] bytes) {
        ByteBuffer in = ByteBuffer.allocate(pending.remaining() + bytes.length).put(pending).put(bytes).flip();
        String text = decode(in, false);
        pending = in;
        return text;
    }

    /// Gives what is left: a replacement if the text ended within a character.
    public String end() {
        String text = decode(pending, true);
        pending = ByteBuffer.allocate(0);
        decoder.reset();
        return text;
    }

    /// A whole text, made fit for a terminal.
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? REPLACEMENT : c);
        }
        return shown.toString();
    }

    private String decode(ByteBuffer in, boolean end) {
        CharBuffer out = CharBuffer.allocate(in.remaining() + LONGEST_CHARACTER);
        decoder.decode(in, out, end);
        return of(out.flip().toString());
    }
}
