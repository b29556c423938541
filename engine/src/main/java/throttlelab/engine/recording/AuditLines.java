package throttlelab.engine.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.files.OneLine;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;

/// The lines of an audit log or of its timed part, none longer than any of theirs can be, and the fields in them.
final class AuditLines implements AutoCloseable {

    /// Longer than any line: some numbers, two digests.
    private static final int LONGEST = 320;

    private final Path file;
    private final InputStream in;
    private final byte[] bytes = new byte[LONGEST];
    private long number;

    AuditLines(Path file) {
        this.file = file;
        this.in = new BufferedInputStream(TextFiles.open(file), 1 << 16);
    }

    /// The number of the line last read, from 1.
    long number() {
        return number;
    }

    /// @return `null` at the end
    String next() {
        number++;
        int length = 0;
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0 && length == 0) {
                    return null;
                }
                if (next < 0) {
                    throw wrong(Sentence.of("recording.it-breaks-off"));
                }
                if (length == LONGEST) {
                    throw wrong(Sentence.of("recording.it-is-longer-than-any"));
                }
                bytes[length++] = (byte) next;
            }
        } catch (IOException e) {
            throw TextFiles.unreadable(file.toString(), e);
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    String[] fields(String line, String separator, int count) {
        String[] fields = line.split(separator, -1);
        if (fields.length != count) {
            throw wrong(Sentence.of("recording.it-has-fields-not", fields.length, count));
        }
        return fields;
    }

    long integer(String field, long most) {
        boolean digits = !field.isEmpty() && field.length() <= 18 && field.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Long.parseLong(field) > most) {
            throw wrong(Sentence.of("recording.stands-where-a-whole-number", field, most));
        }
        return Long.parseLong(field);
    }

    StageKind kind(String field) {
        return Arrays.stream(StageKind.values()).filter(kind -> kind.id().equals(field)).findFirst()
                .orElseThrow(() -> wrong(Sentence.of("recording.there-is-no-stage", field)));
    }

    Sha256 digest(String field) {
        try {
            return Sha256.parse(field);
        } catch (IllegalArgumentException e) {
            throw wrong(Sentence.of("recording.are-not-64-hex-digits", field));
        }
    }

    int checksum(String field) {
        if (field.length() != 2 * Integer.BYTES || !field.chars().allMatch(HexFormat::isHexDigit)) {
            throw wrong(Sentence.of("recording.are-not-8-hex-digits", field));
        }
        return HexFormat.fromHexDigits(field);
    }

    InputException wrong(Sentence what) {
        return new InputException(Sentence.of("recording.the-audit-log-cannot-be", file, number,
                what.shaped(text -> OneLine.of(text, LONGEST))));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw TextFiles.unreadable(file.toString(), e);
        }
    }
}
