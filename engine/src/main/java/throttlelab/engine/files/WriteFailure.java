package throttlelab.engine.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import throttlelab.engine.RunException;
import throttlelab.engine.words.Sentence;

/// Says in one sentence why something could not be written.
final class WriteFailure {

    private WriteFailure() {
    }

    static RunException of(Path target, IOException e) {
        return new RunException(Sentence.of("files.writing-failed-because", target, reason(target, e)), e);
    }

    private static Sentence reason(Path target, IOException e) {
        String said = said(e);
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("disk full")) {
            return Sentence.of("files.disk-full");
        }
        if (lower.contains("quota exceeded")) {
            return Sentence.of("files.quota");
        }
        if (lower.contains("read-only file system")) {
            return Sentence.of("files.read-only");
        }
        if (lower.contains("file name too long")) {
            return Sentence.of("files.name-too-long");
        }
        return switch (e) {
            case AccessDeniedException denied -> notPermitted(target);
            case FileAlreadyExistsException exists -> Sentence.of("files.no-folder", exists.getFile());
            case NotDirectoryException file -> Sentence.of("files.no-folder", file.getFile());
            case NoSuchFileException missing -> Sentence.of("files.folder-missing", missing.getFile());
            case FileNotFoundException unopened when lower.contains("permission denied")
                    || lower.contains("access is denied") -> notPermitted(target);
            default -> Sentence.of("files.system-says", said);
        };
    }

    private static Sentence notPermitted(Path target) {
        Path folder = Files.isDirectory(target) ? target : target.toAbsolutePath().getParent();
        return Sentence.of("files.not-permitted", folder);
    }

    private static String said(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
