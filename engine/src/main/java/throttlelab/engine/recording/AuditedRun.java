package throttlelab.engine.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;

/// The audit log of one run on disk, as [AuditFiles] wrote it.
///
/// @param lines the timing-free lines
/// @param times who delivered what, and when, if that part is there, too
public record AuditedRun(Path lines, Optional<Path> times) {

    private static final String NAME = "[^/\\\\\\p{Cntrl}]{1,200}";

    /// The log of `recording` that somebody named.
    ///
    /// @param place the file, or the folder it is in
    /// @throws InputException if it is not there, or is the log of another run
    public static AuditedRun named(Path place, Recording recording) {
        if (Files.isDirectory(place) && !recording.profile().matches(NAME)) {
            throw new InputException(Sentence.of("recording.no-file-in-can-be", place, recording.id()));
        }
        AuditedRun run = Files.isDirectory(place) ? in(place, recording.profile())
                : new AuditedRun(place, timesBeside(place));
        Sha256 digest = run.digest();
        if (!digest.equals(recording.report().auditDigest())) {
            throw new InputException(Sentence.of("recording.the-audit-log-is-not", run.lines, recording.id(),
                    digest.prefix(8), recording.report().auditDigest().prefix(8)));
        }
        return run;
    }

    /// The log of `recording` if it lies where the program put it: in the folder `audit` beside the recording or result.
    /// One of another run is none.
    public static Optional<AuditedRun> beside(Path file, Recording recording) {
        Path folder = file.toAbsolutePath().resolveSibling("audit");
        // A recording may come from anywhere: its profile need not be part of a file's name.
        return Optional.of(recording.profile()).filter(name -> name.matches(NAME)).map(name -> in(folder, name))
                .filter(run -> Files.isRegularFile(run.lines))
                .filter(run -> run.digest().equals(recording.report().auditDigest()));
    }

    /// The log of a run in a folder, whether it is there or not.
    ///
    /// @param run its name, such as `steady#2`
    public static AuditedRun in(Path folder, String run) {
        Path lines = AuditFiles.lines(folder, run);
        return new AuditedRun(lines, timesBeside(lines));
    }

    private static Optional<Path> timesBeside(Path lines) {
        String name = lines.getFileName().toString();
        return Optional.of(lines.resolveSibling(name.replaceFirst("\\.txt$", AuditFiles.TIMES)))
                .filter(times -> !times.equals(lines) && Files.isRegularFile(times));
    }

    /// The SHA-256 of the lines: the audit digest of the run.
    ///
    /// @throws InputException if they cannot be read
    public Sha256 digest() {
        byte[] block = new byte[1 << 16];
        Hasher hasher = new Hasher();
        try (InputStream in = TextFiles.open(lines)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                hasher.add(block, 0, count);
            }
        } catch (IOException e) {
            throw TextFiles.unreadable(lines.toString(), e);
        }
        return hasher.finish();
    }
}
