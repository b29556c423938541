package throttlelab.engine.seal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.JsonOutput;
import tools.jackson.core.JsonGenerator;

/// Writes JSON objects that carry their own seal as their last two members, `line_checks` and `digest`. The document is
/// not kept in memory.
public final class SealedJson {

    /// What follows the last key of an object, as [JsonOutput] writes it.
    private static final byte[] BLANK_END = (" : \"" + Seal.ZEROS + "\"\n}\n").getBytes(StandardCharsets.US_ASCII);

    private SealedJson() {
    }

    /// Writes a document and leaves `out` open.
    ///
    /// @param members writes all other members
    /// @return the digest
    public static Sha256 write(OutputStream out, Consumer<JsonGenerator> members) {
        SealingOutput sealing = new SealingOutput(out);
        try (JsonGenerator json = JsonOutput.to(sealing)) {
            json.writeStartObject();
            members.accept(json);
            // With the next key the line before it is complete: it ends with a comma.
            json.writeName("line_checks");
            json.flush();
            json.writeStartArray();
            for (int check : sealing.checks()) {
                json.writeString(HexFormat.of().toHexDigits(check));
            }
            json.writeEndArray();
            json.writeName("digest");
            json.flush();
            Sha256 digest = sealing.digest(BLANK_END);
            json.writeString(digest.toString());
            json.writeEndObject();
            json.writeRaw('\n');
            return digest;
        }
    }

    /// A document in memory.
    ///
    /// @param members writes all members but the seal
    public static byte[] of(Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, members);
        return bytes.toByteArray();
    }
}
