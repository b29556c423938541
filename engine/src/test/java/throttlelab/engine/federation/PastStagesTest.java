package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.TokenRows;

class PastStagesTest {

    private static final Sha256 DIGEST = new Sha256(1, 2, 3, 4);

    private static PastStage past(long step, int layer) {
        return new PastStage(step(step), layer, new float[1], DIGEST, DIGEST);
    }

    private static Step step(long number) {
        return new Step(number, (int) number, new TokenRows(new int[1], new int[1], new int[1]), new int[1]);
    }

    private static StageWork work(long step, int layer, StageKind kind) {
        return new StageWork(new StageId(step, (int) step, layer, kind), step(step), 0, null, 1, null, null, DIGEST, null);
    }

    private static PastStages twoStepsOfTwoLayers(boolean kept) {
        PastStages stages = new PastStages(kept);
        stages.begin(new int[] {5, 7});
        List.of(past(3, 0), past(3, 1), past(4, 0), past(4, 1)).forEach(stages::add);
        return stages;
    }

    private static List<String> before(StageWork work) {
        return twoStepsOfTwoLayers(true).before(work).stream().map(past -> past.step().number() + "/" + past.layer())
                .toList();
    }

    @Test
    void whatCameBeforeAStageIsAllThatWasHandedOutEarlier() {
        assertThat(before(work(3, 0, StageKind.ATTENTION))).isEmpty();
        assertThat(before(work(3, 0, StageKind.EXPERTS))).containsExactly("3/0");
        assertThat(before(work(3, 1, StageKind.ATTENTION))).containsExactly("3/0");
        assertThat(before(work(3, 2, StageKind.HEAD))).containsExactly("3/0", "3/1");
        assertThat(before(work(4, 1, StageKind.ATTENTION))).containsExactly("3/0", "3/1", "4/0");
        assertThat(before(work(4, 1, StageKind.EXPERTS))).containsExactly("3/0", "3/1", "4/0", "4/1");
        assertThat(before(null)).containsExactly("3/0", "3/1", "4/0", "4/1");
    }

    @Test
    void aBatchThatIsOverIsLetGo() {
        PastStages stages = twoStepsOfTwoLayers(true);
        assertThat(stages.positions()).containsExactly(5, 7);
        stages.end();
        assertThat(stages.before(null)).isEmpty();
    }

    @Test
    void nothingIsKeptWhereNobodyWillBeRevived() {
        assertThat(twoStepsOfTwoLayers(false).before(null)).isEmpty();
    }
}
