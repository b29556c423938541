package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

/// Parts of which one has a defect, at one stage.
final class FaultyParts implements Parts {

    private final SeededDefect defect;
    /// What the worker in question gave to the stage that is mistaken for the present one. Its thread writes and reads.
    private volatile Contribution kept;
    private StageBarrier before;

    FaultyParts(SeededDefect defect) {
        this.defect = defect;
    }

    /// Whether a stage is the one whose contribution is mistaken for a later one.
    private boolean mistaken(StageId stage) {
        return switch (defect.defect()) {
            case STALE_ACCEPTED, CACHED_NUMBERS -> defect.tokenBefore(stage);
            case OTHER_LAYER -> defect.layerBefore(stage);
            default -> false;
        };
    }

    @Override
    public StageBarrier barrier(StageId stage, Sha256[] addresses, int[] lengths, int required) {
        StageBarrier sound = new StageBarrier(stage, addresses, lengths, required);
        if (mistaken(stage)) {
            before = sound;
        }
        return !defect.shows(stage) ? sound : switch (defect.defect()) {
            case EARLY_GATE -> new StageBarrier(stage, addresses, lengths, required - 1);
            case DUPLICATE_COUNTED -> new CountsTwice(stage, addresses, lengths, required);
            case STALE_ACCEPTED, OTHER_LAYER -> new Forgetful(stage, addresses, lengths, required, before);
            case SLOTS_SWAPPED -> new Swapping(stage, addresses, lengths, required, defect.slot(), defect.other());
            case WRONG_ORDER, SLOT_DROPPED, CHECKSUM_UNCHECKED, MISCOMPUTED, CACHED_NUMBERS -> sound;
        };
    }

    @Override
    public List<Contribution> handedIn(StageWork work, Contribution own) {
        if (work.slot() != defect.slot()) {
            return List.of(own);
        }
        if (mistaken(work.stage())) {
            kept = new Contribution(own.address(), Arrays.copyOf(own.payload(), own.length()), own.length(),
                    own.checksum());
        }
        return !defect.shows(work.stage()) ? List.of(own) : switch (defect.defect()) {
            case DUPLICATE_COUNTED -> List.of(own, own);
            case STALE_ACCEPTED -> List.of(kept, own);
            case OTHER_LAYER -> List.of(kept);
            case CHECKSUM_UNCHECKED -> List.of(damaged(own));
            case MISCOMPUTED -> List.of(addressed(own.address(), damaged(own).payload()));
            case CACHED_NUMBERS -> List.of(addressed(own.address(), kept.payload()));
            case EARLY_GATE, SLOTS_SWAPPED, WRONG_ORDER, SLOT_DROPPED -> List.of(own);
        };
    }

    /// The largest of its numbers has the other sign.
    private static Contribution damaged(Contribution own) {
        float[] payload = Arrays.copyOf(own.payload(), own.length());
        int largest = 0;
        for (int i = 1; i < payload.length; i++) {
            largest = Math.abs(payload[i]) > Math.abs(payload[largest]) ? i : largest;
        }
        payload[largest] = -payload[largest];
        return new Contribution(own.address(), payload, own.length(), own.checksum());
    }

    private static Contribution addressed(Sha256 address, float[] payload) {
        return new Contribution(address, payload, payload.length,
                Contribution.checksum(address, payload, payload.length, new Checksum()));
    }

    @Override
    public boolean checkChecksums() {
        return defect.defect() != Defect.CHECKSUM_UNCHECKED;
    }

    @Override
    public int[] combined(StageId stage, int[] slots) {
        if (!defect.shows(stage)) {
            return slots;
        }
        return switch (defect.defect()) {
            case WRONG_ORDER -> IntStream.range(0, slots.length).map(i -> slots[slots.length - 1 - i]).toArray();
            case SLOT_DROPPED -> IntStream.of(slots).filter(slot -> slot != defect.slot()).toArray();
            default -> slots;
        };
    }

    /// Locks a slot again that has locked.
    private static final class CountsTwice extends StageBarrier {

        CountsTwice(StageId stage, Sha256[] expected, int[] lengths, int required) {
            super(stage, expected, lengths, required);
        }

        @Override
        Acceptance offer(int slot, Contribution contribution, long now) {
            return open() ? super.offer(slot, contribution, now) : lock(slot, contribution, now);
        }
    }

    /// Knows the addresses of an earlier stage, and takes them for its own.
    private static final class Forgetful extends StageBarrier {

        private final StageBarrier before;

        Forgetful(StageId stage, Sha256[] expected, int[] lengths, int required, StageBarrier before) {
            super(stage, expected, lengths, required);
            this.before = before;
        }

        @Override
        int slotOf(Sha256 address) {
            int slot = super.slotOf(address);
            return slot < 0 ? before.slotOf(address) : slot;
        }
    }

    /// Locks two slots the wrong way round.
    private static final class Swapping extends StageBarrier {

        private final int one;
        private final int other;

        Swapping(StageId stage, Sha256[] expected, int[] lengths, int required, int one, int other) {
            super(stage, expected, lengths, required);
            this.one = one;
            this.other = other;
        }

        @Override
        Acceptance offer(int slot, Contribution contribution, long now) {
            return super.offer(slot == one ? other : slot == other ? one : slot, contribution, now);
        }
    }
}
