package throttlelab.engine.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.AuditSink;
import throttlelab.engine.federation.Contribution;
import throttlelab.engine.federation.PassedStage;
import throttlelab.engine.federation.RefusedContribution;
import throttlelab.engine.federation.StageId;

/// Takes down an audit log, and what the log does not say: a checksum of the numbers alone, and whether a contribution's
/// own checksum fits them. Written by one thread, read when that has ended.
final class Inspection implements AuditSink {

    /// One contribution that was combined.
    ///
    /// @param numbers CRC32C of the payload alone
    /// @param fits whether the checksum is that of address and payload
    record Line(int slot, int worker, Sha256 address, int checksum, int numbers, boolean fits) {

        /// Whether it is the same contribution, to the last bit of its numbers.
        boolean same(Line other) {
            return slot == other.slot && address.equals(other.address) && checksum == other.checksum
                    && numbers == other.numbers;
        }
    }

    /// One stage.
    record Stage(StageId id, List<Line> lines) {

        boolean same(Stage other) {
            if (lines.size() != other.lines.size()) {
                return false;
            }
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).same(other.lines.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Looked(int slot, int numbers, boolean fits) {
    }

    private final Checksum crc = new Checksum();
    private final List<Looked> looked = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Set<Sha256> refused = new HashSet<>();

    @Override
    public void combined(StageId stage, int slot, Contribution contribution) {
        int numbers = crc.add(contribution.payload(), 0, contribution.length()).finish();
        looked.add(new Looked(slot, numbers, contribution.checksum() == Contribution.checksum(contribution.address(),
                contribution.payload(), contribution.length(), crc)));
    }

    @Override
    public void passed(PassedStage stage, byte[] lines, int length) {
        List<Line> taken = new ArrayList<>();
        for (int i = 0; i < looked.size(); i++) {
            PassedStage.Entry entry = stage.contributions().get(i);
            taken.add(new Line(entry.slot(), entry.worker(), entry.address(), entry.checksum(), looked.get(i).numbers(),
                    looked.get(i).fits()));
        }
        looked.clear();
        stages.add(new Stage(stage.stage(), List.copyOf(taken)));
    }

    @Override
    public void refused(RefusedContribution refusal) {
        refused.add(refusal.address());
    }

    List<Stage> stages() {
        return stages;
    }

    boolean hasRefused(Sha256 address) {
        return refused.contains(address);
    }
}
