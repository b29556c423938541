package throttlelab.fxml.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void whereNobodyWaitedNobodyIsToBlame() {
        assertThat(Shares.percent(new long[8])).containsOnly(0).hasSize(8);
    }

    @Test
    void thirdsGiveTheOddPerCentToTheFirst() {
        assertThat(Shares.percent(new long[] {7, 7, 7})).containsExactly(34, 33, 33);
    }

    @Test
    void theLargestRemainderIsRoundedUp() {
        assertThat(Shares.percent(new long[] {104, 106, 790})).containsExactly(10, 11, 79);
    }

    @RepeatedTest(20)
    void sharesSumToAHundredAndAreLessThanOneFromExact(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[] amounts = random.longs(8, 0, 1L << random.nextInt(1, 60)).toArray();
        amounts[0]++;
        double total = IntStream.range(0, 8).mapToDouble(i -> amounts[i]).sum();

        int[] shares = Shares.percent(amounts);

        assertThat(shares).satisfies(s -> assertThat(IntStream.of(s).sum()).isEqualTo(100));
        for (int i = 0; i < 8; i++) {
            assertThat(Math.abs(shares[i] - 100 * amounts[i] / total)).isLessThan(1);
        }
    }
}
