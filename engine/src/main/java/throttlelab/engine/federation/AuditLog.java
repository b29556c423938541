package throttlelab.engine.federation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import throttlelab.engine.digest.Sha256;

/// Writes the timing-free audit log and keeps its digest.
///
/// A line is `step layer stage slot address input checksum`, numbers in decimal, digests and checksum in hex, ended by a
/// line feed; lines stand in stage and slot order. The audit digest is the SHA-256 of all lines, so that a log on disk
/// can be checked with any tool.
final class AuditLog {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LINE = 256;

    private final AuditSink sink;
    private final MessageDigest sha;
    private byte[] lines = new byte[8 * LINE];
    private int length;

    AuditLog(AuditSink sink) {
        this.sink = sink;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Called by one thread, the coordinator's.
    void passed(PassedStage stage) {
        length = 0;
        for (PassedStage.Entry entry : stage.contributions()) {
            if (lines.length - length < LINE) {
                lines = Arrays.copyOf(lines, 2 * lines.length);
            }
            line(stage, entry);
        }
        synchronized (sha) {
            sha.update(lines, 0, length);
        }
        // Outside the lock: a slow receiver must not hold up whoever asks for the digest.
        sink.passed(stage, lines, length);
    }

    /// Called by one thread, the coordinator's, for each contribution before its stage has passed.
    void combined(StageId stage, int slot, Contribution contribution) {
        sink.combined(stage, slot, contribution);
    }

    /// Called by one thread, the coordinator's.
    void refused(List<RefusedContribution> refusals) {
        refusals.forEach(sink::refused);
    }

    private void line(PassedStage stage, PassedStage.Entry entry) {
        decimal(stage.stage().step());
        decimal(stage.stage().layer());
        String kind = stage.stage().kind().id();
        for (int i = 0; i < kind.length(); i++) {
            lines[length++] = (byte) kind.charAt(i);
        }
        lines[length++] = ' ';
        decimal(entry.slot());
        hex(entry.address());
        hex(stage.input());
        hex(entry.checksum(), Integer.SIZE);
        lines[length++] = '\n';
    }

    private void decimal(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--, rest /= 10) {
            lines[at] = (byte) ('0' + rest % 10);
        }
        length += digits;
        lines[length++] = ' ';
    }

    private void hex(Sha256 digest) {
        hex(digest.w0(), Long.SIZE);
        hex(digest.w1(), Long.SIZE);
        hex(digest.w2(), Long.SIZE);
        hex(digest.w3(), Long.SIZE);
        lines[length++] = ' ';
    }

    private void hex(long value, int bits) {
        for (int shift = bits - 4; shift >= 0; shift -= 4) {
            lines[length++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    /// The digest of the log so far.
    Sha256 digest() {
        try {
            MessageDigest copy;
            synchronized (sha) {
                copy = (MessageDigest) sha.clone();
            }
            return Sha256.parse(HexFormat.of().formatHex(copy.digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }
}
