package throttlelab.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;

class ShrinkerTest {

    private static Slowdown slowdown(int worker, long nanos) {
        return new Slowdown(new StageId(worker / 8, 0, 0, StageKind.ATTENTION), worker % 8, nanos);
    }

    private static long nanos(List<Slowdown> list, int worker) {
        return list.stream().filter(slow -> slow.stage().step() == worker / 8 && slow.worker() == worker % 8)
                .mapToLong(Slowdown::nanos).sum();
    }

    @Test
    void oneOfManyIsFoundAndMadeAsShortAsItCanBe() throws Exception {
        List<Slowdown> all = IntStream.range(0, 1000).mapToObj(i -> slowdown(i, 1_000_000 + i)).toList();
        Shrinker shrinker = new Shrinker(list -> nanos(list, 437) >= 12_345);

        assertThat(shrinker.shrink(all)).containsExactly(slowdown(437, 12_345));
        assertThat(shrinker.trials()).isLessThan(100);
    }

    @Test
    void whatFailsOnlyTogetherStaysTogether() throws Exception {
        List<Slowdown> all = IntStream.range(0, 100).mapToObj(i -> slowdown(i, 5_000)).toList();
        Shrinker shrinker = new Shrinker(list -> nanos(list, 3) >= 10 && nanos(list, 50) >= 1 && nanos(list, 99) >= 777);

        assertThat(shrinker.shrink(all)).containsExactly(slowdown(3, 10), slowdown(50, 1), slowdown(99, 777));
    }
}
