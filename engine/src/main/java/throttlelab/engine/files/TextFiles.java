package throttlelab.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;

/// Reads files that others wrote: never more than a bound, and only text that is UTF-8 to the last byte.
public final class TextFiles {

    private TextFiles() {
    }

    /// The bytes of a file.
    ///
    /// @param limit the most bytes it may have
    /// @throws InputException if it is missing, not a file, not readable, or larger
    public static byte[] readBytes(Path file, int limit) {
        try (InputStream in = open(file, limit)) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw tooLarge(file.toString(), limit);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /// The first bytes of a file, however large it is: `most`, or all if it has fewer.
    ///
    /// @throws InputException if it is missing, not a file, or not readable
    public static byte[] beginning(Path file, int most) {
        try (InputStream in = open(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /// The bytes of a file as they are asked for, unless there are too many. The system tells how many there are before
    /// the first is read; of a pipe it does not know.
    ///
    /// @param limit the most bytes it may have
    /// @throws InputException if it is missing, not a file, not readable, or larger
    public static InputStream open(Path file, long limit) {
        InputStream in = open(file);
        try {
            if (Files.size(file) > limit) {
                in.close();
                throw tooLarge(file.toString(), limit);
            }
            return in;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /// The bytes of a file as they are asked for.
    ///
    /// @throws InputException if it is missing, not a file, or not readable
    public static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(Sentence.of("files.is-a-folder-not-a", file));
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new InputException(Sentence.of("files.there-is-no-file-check", file), e);
        } catch (AccessDeniedException e) {
            throw new InputException(Sentence.of("files.this-user-may-not-read", file), e);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /// The sentence for a file that breaks off while it is read.
    public static InputException unreadable(String origin, IOException e) {
        return new InputException(Sentence.of("files.the-file-could-not-be", origin, e.getMessage()), e);
    }

    static InputException tooLarge(String origin, long limit) {
        return new InputException(Sentence.of("files.the-file-is-larger-than", origin, size(limit)));
    }

    /// The text of a file, without a byte order mark.
    ///
    /// @param limit the most bytes it may have
    /// @throws InputException as [#readBytes(Path, int)], or if it is not UTF-8
    public static String readText(Path file, int limit) {
        return decode(readBytes(file, limit), file.toString());
    }

    /// The text that `bytes` are in UTF-8, without a byte order mark.
    ///
    /// @param origin where they come from, for the sentence
    /// @throws InputException if they are not UTF-8; names line and byte
    public static String decode(byte[] bytes, String origin) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw invalid(bytes, in.position(), origin, result);
        }
        decoder.flush(out);
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static InputException invalid(byte[] bytes, int at, String origin, CoderResult result) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return invalid(origin, line, at, result);
    }

    static InputException invalid(String origin, long line, long at, CoderResult result) {
        return new InputException(Sentence.of("files.is-not-valid-utf-8", origin, line, at,
                result.toString().toLowerCase(Locale.ROOT)));
    }

    private static Sentence size(long bytes) {
        return bytes >= 1 << 20 ? Sentence.plain((bytes >> 20) + " MB") : bytes >= 1 << 10
                ? Sentence.plain((bytes >> 10) + " kB") : Sentence.of("files.bytes", bytes);
    }
}
