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

/// Says in one sentence why something could not be written.
final class WriteFailure {

    private WriteFailure() {
    }

    static RunException of(Path target, IOException e) {
        return new RunException("Writing " + target + " failed because " + reason(target, e), e);
    }

    private static String reason(Path target, IOException e) {
        String said = said(e);
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("disk full")) {
            return "the disk is full: free some space or choose a folder on another disk.";
        }
        if (lower.contains("quota exceeded")) {
            return "your share of the disk is used up: free some space or choose a folder on another disk.";
        }
        if (lower.contains("read-only file system")) {
            return "the disk is read-only: choose a folder that can be written.";
        }
        if (lower.contains("file name too long")) {
            return "its name is too long: choose a shorter one.";
        }
        return switch (e) {
            case AccessDeniedException denied -> notPermitted(target);
            case FileAlreadyExistsException exists -> "there is a file where a folder is needed (" + exists.getFile()
                    + "): choose another folder.";
            case NotDirectoryException file -> "there is a file where a folder is needed (" + file.getFile()
                    + "): choose another folder.";
            case NoSuchFileException missing -> missing.getFile() + " does not exist: choose another folder.";
            case FileNotFoundException unopened when lower.contains("permission denied")
                    || lower.contains("access is denied") -> notPermitted(target);
            default -> "the system says '" + said + "': choose another folder.";
        };
    }

    private static String notPermitted(Path target) {
        Path folder = Files.isDirectory(target) ? target : target.toAbsolutePath().getParent();
        return "this user may not write in " + folder + ": choose another folder or have the permission granted.";
    }

    private static String said(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
