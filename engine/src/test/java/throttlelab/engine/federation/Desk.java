package throttlelab.engine.federation;

import java.util.stream.IntStream;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

/// A desk as workers and coordinator see it, so that a broken one can stand where the real one stands.
interface Desk {

    /// The calling thread becomes the coordinator.
    void beginRun();

    void open(StageBarrier barrier, int deliveries);

    Acceptance deliver(Contribution contribution, Checksum crc);

    void done();

    void awaitGate() throws InterruptedException;

    Refusals refusals();

    /// The real one.
    static Desk real() {
        ContributionDesk desk = new ContributionDesk(true);
        return new Desk() {

            @Override
            public void beginRun() {
                desk.beginRun();
            }

            @Override
            public void open(StageBarrier barrier, int deliveries) {
                desk.open(barrier, deliveries);
            }

            @Override
            public Acceptance deliver(Contribution contribution, Checksum crc) {
                return desk.deliver(contribution, 0, crc);
            }

            @Override
            public void done() {
                desk.done();
            }

            @Override
            public void awaitGate() throws InterruptedException {
                desk.awaitGate();
            }

            @Override
            public Refusals refusals() {
                return desk.refusals();
            }
        };
    }

    /// The barrier of a stage whose slots expect one float each.
    ///
    /// @param required how many locked slots open its gate
    static StageBarrier barrier(int stage, int slots, int required) {
        return new StageBarrier(new StageId(stage, 0, 0, StageKind.ATTENTION),
                IntStream.range(0, slots).mapToObj(slot -> address(stage, slot)).toArray(Sha256[]::new),
                IntStream.range(0, slots).map(slot -> 1).toArray(), required);
    }

    /// A sound contribution to a slot of such a stage.
    static Contribution contribution(int stage, int slot, Checksum crc) {
        return contribution(stage, slot, value(stage, slot), crc);
    }

    static Contribution contribution(int stage, int slot, float value, Checksum crc) {
        float[] payload = {value};
        Sha256 address = address(stage, slot);
        return new Contribution(address, payload, 1, Contribution.checksum(address, payload, 1, crc));
    }

    /// What the payload of such a contribution is.
    static float value(int stage, int slot) {
        return 10 * stage + slot + 1;
    }

    static Sha256 address(int stage, int slot) {
        return new Sha256(stage, 4, 5, slot);
    }
}
