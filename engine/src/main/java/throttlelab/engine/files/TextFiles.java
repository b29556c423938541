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

/// Reads files that others wrote: never more than a bound, and only text that is UTF-8 to the last byte.
public final class TextFiles {

    private TextFiles() {
    }

    /// The bytes of a file.
    ///
    /// @param limit the most bytes it may have
    /// @throws InputException if it is missing, not a file, not readable, or larger
    public static byte[] readBytes(Path file, int limit) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + " is a folder, not a file: name the file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new InputException("The file " + file + " is larger than " + size(limit)
                        + ", the most that is read of such a file: check that it is the right one.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new InputException("There is no file " + file + ": check the name.", e);
        } catch (AccessDeniedException e) {
            throw new InputException("This user may not read the file " + file + ": have the permission granted.", e);
        } catch (IOException e) {
            throw new InputException("The file " + file + " could not be read, the system says '" + e.getMessage()
                    + "': check the disk and try again.", e);
        }
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
        return new InputException(origin + " is not valid UTF-8 at line " + line + ", byte " + at + " ("
                + result.toString().toLowerCase(Locale.ROOT) + "): save it as UTF-8.");
    }

    private static String size(int bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes >= 1 << 10 ? (bytes >> 10) + " kB" : bytes + " bytes";
    }
}
