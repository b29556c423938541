package throttlelab.engine.recording.foreign;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// One answer to one prompt: a stream as it was printed.
///
/// @param name the file, and which answer of several in it
/// @param format what the file is like
/// @param scale what its numbers are
/// @param model the model, as the server calls it; empty where it does not say
/// @param promptId the prompt's id; null where it is not told
/// @param prompt the prompt; null where it is not told
/// @param ending why it ends where it does
/// @param tokens its tokens, in order
public record Answer(String name, Format format, Scale scale, String model, String promptId, String prompt,
        Ending ending, PrintedTokens tokens) {

    Answer named(String other) {
        return new Answer(other, format, scale, model, promptId, prompt, ending, tokens);
    }

    /// How many tokens there are.
    public int length() {
        return tokens.size();
    }

    /// What it reads; a token whose text is not told shows its id.
    public String text() {
        if (tokens.stream().allMatch(token -> token.piece().hex() != null)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tokens.forEach(token -> bytes.writeBytes(HexFormat.of().parseHex(token.piece().hex())));
            return bytes.toString(StandardCharsets.UTF_8);
        }
        return tokens.stream().map(token -> token.piece().shown()).collect(Collectors.joining());
    }

    /// The most decimals that one of its numbers shows.
    public int decimals() {
        return tokens.stream().filter(PrintedToken::isPrinted)
                .mapToInt(token -> Math.max(0, new BigDecimal(token.number()).scale())).max().orElse(0);
    }

    /// The most significant digits that one of its numbers shows.
    public int digits() {
        return tokens.stream().filter(PrintedToken::isPrinted)
                .mapToInt(token -> new BigDecimal(token.number()).precision()).max().orElse(0);
    }
}
