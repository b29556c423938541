package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

/// Workers without threads and without time: where the coordinator waits, all of them deliver, in slot order or in an
/// order that is given for one stage, with contributions among them that nobody may accept.
final class OrderedCrew implements Crew {

    /// Where the intruders come, each before that place of the order; the duplicate is of what came last before it.
    record Intruders(int stale, int foreign, int duplicate) {
    }

    private final List<Worker> workers;
    private final ContributionDesk desk;
    private final Checksum crc = new Checksum();
    private final List<StageWork> handed = new ArrayList<>();
    private Contribution earlier;
    private Contribution[] kept;
    private Contribution foreign;
    private int[] order;
    private Intruders intruders;

    OrderedCrew(List<Worker> workers, ContributionDesk desk) {
        this.workers = workers;
        this.desk = desk;
    }

    /// The next stage's contributions are to come in this order; from the second such stage on they are those of the
    /// first, which has the same addresses.
    void next(int[] given, Intruders among) {
        order = given;
        intruders = among;
    }

    @Override
    public void begin(int[] positions) {
        workers.forEach(worker -> worker.begin(positions));
    }

    @Override
    public void hand(int worker, StageWork work) {
        handed.add(work);
    }

    @Override
    public void pause(Object waiter) {
        if (handed.isEmpty()) {
            throw new IllegalStateException("all have delivered, and the gate is closed");
        }
        List<StageWork> works = List.copyOf(handed);
        handed.clear();
        if (order == null) {
            for (StageWork work : works) {
                Contribution contribution = workers.get(work.plan().worker()).process(work);
                desk.deliver(contribution, 0, crc);
                earlier = own(contribution);
                desk.done();
            }
        } else {
            int[] now = order;
            order = null;
            deliver(works, now);
        }
    }

    private void deliver(List<StageWork> works, int[] now) {
        if (kept == null) {
            kept = new Contribution[works.size()];
            works.forEach(work -> kept[work.slot()] = own(workers.get(work.plan().worker()).process(work)));
            foreign = foreign(kept[0]);
        }
        for (int place = 0; place <= now.length; place++) {
            if (place == intruders.stale()) {
                desk.deliver(earlier, 0, crc);
            }
            if (place == intruders.foreign()) {
                desk.deliver(foreign, 0, crc);
            }
            if (place == intruders.duplicate()) {
                desk.deliver(kept[now[place - 1]], 0, crc);
            }
            if (place < now.length) {
                desk.deliver(kept[now[place]], 0, crc);
                desk.done();
            }
        }
    }

    private static Contribution own(Contribution contribution) {
        return new Contribution(contribution.address(), Arrays.copyOf(contribution.payload(), contribution.length()),
                contribution.length(), contribution.checksum());
    }

    /// Sound and of the right size, but for an address that nobody asked for.
    private Contribution foreign(Contribution like) {
        Sha256 address = new Sha256(~like.address().w0(), like.address().w1(), like.address().w2(),
                like.address().w3());
        float[] payload = new float[like.length()];
        IntStream.range(0, payload.length).forEach(i -> payload[i] = 1 + like.payload()[i]);
        return new Contribution(address, payload, payload.length,
                Contribution.checksum(address, payload, payload.length, crc));
    }

    @Override
    public void stop() {
        // There is one thread, the coordinator's.
    }

    @Override
    public void close() {
        // There is no thread to wait for.
    }
}
