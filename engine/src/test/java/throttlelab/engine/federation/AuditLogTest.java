package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

class AuditLogTest {

    private static final String LINE = "(\\d+) (\\d+) (attention|experts|head) (\\d+) ([0-9a-f]{64}) ([0-9a-f]{64}) "
            + "([0-9a-f]{8})";
    private static Model model;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint());
    }

    /// Keeps a whole log.
    private static final class Log implements AuditSink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<PassedStage> stages = new ArrayList<>();
        private final List<RefusedContribution> refused = new ArrayList<>();
        private FederationReport report;

        @Override
        public void passed(PassedStage stage, byte[] lines, int length) {
            stages.add(stage);
            bytes.write(lines, 0, length);
        }

        @Override
        public void refused(RefusedContribution refusal) {
            refused.add(refusal);
        }

        List<String> lines() {
            return bytes.toString(StandardCharsets.US_ASCII).lines().toList();
        }
    }

    private static Log log(FederationSettings settings, ThrottleProfile profile, FederationOptions options) {
        Log log = new Log();
        log.report = Runs.run(model, settings, profile, options.withAudit(log), Runs.prompts(model, 6, 60), 4, 4)
                .report();
        return log;
    }

    @ParameterizedTest
    @EnumSource(PartitionKind.class)
    void aLineIsStepLayerStageSlotAddressInputAndChecksum(PartitionKind partition) {
        Log log = log(Runs.settings(partition, 4, CombinePolicy.CONTENT_ADDRESSED), Profiles.NONE,
                FederationOptions.DEFAULT);

        List<String> expected = new ArrayList<>();
        for (PassedStage stage : log.stages) {
            for (PassedStage.Entry entry : stage.contributions()) {
                expected.add(stage.stage().step() + " " + stage.stage().layer() + " " + stage.stage().kind().id() + " "
                        + entry.slot() + " " + entry.address() + " " + stage.input() + " "
                        + HexFormat.of().toHexDigits(entry.checksum()));
            }
        }
        assertThat(log.lines()).isEqualTo(expected).allMatch(line -> line.matches(LINE)).doesNotHaveDuplicates();
        assertThat(log.bytes.toString(StandardCharsets.US_ASCII)).endsWith("\n");
        assertThat(log.stages).hasSize((int) log.report.stages());
    }

    @Test
    void linesStandInStageAndSlotOrderWhateverArrivedFirst() {
        Log log = log(FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(DeliveryOrder.REVERSED));

        List<int[]> places = log.lines().stream().map(line -> line.split(" ")).map(field -> new int[] {
                Integer.parseInt(field[0]), Integer.parseInt(field[1]),
                List.of("attention", "experts", "head").indexOf(field[2]), Integer.parseInt(field[3])}).toList();
        assertThat(places).isSortedAccordingTo(Comparator.<int[]>comparingInt(place -> place[0])
                .thenComparingInt(place -> place[1]).thenComparingInt(place -> place[2])
                .thenComparingInt(place -> place[3]));
        assertThat(places.getLast()[0]).as("steps of both batches").isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(CombinePolicy.class)
    void theDigestIsTheSha256OfAllLines(CombinePolicy policy) throws Exception {
        Log log = log(Runs.settings(PartitionKind.SLICED, 8, policy), Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(Runs.shuffled(7)));

        byte[] bytes = log.bytes.toByteArray();
        assertThat(log.report.auditDigest()).hasToString(sha(bytes));
        assertThat(log.lines()).hasSize(policy.required(8) * (int) log.report.stages());
        bytes[bytes.length / 2] ^= 1;
        assertThat(log.report.auditDigest().toString()).isNotEqualTo(sha(bytes));
    }

    /// What is refused stands in the timed part only, each with its address and reason; none is lost, not even the last.
    @Test
    void whatIsRefusedIsLogged() {
        Log content = log(FederationSettings.DEFAULT, Profiles.NONE, FederationOptions.DEFAULT);
        assertThat(content.refused).isEmpty();

        Log first = log(Runs.settings(PartitionKind.SLICED, 8, CombinePolicy.FIRST_RESPONSE), Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(DeliveryOrder.REVERSED));
        assertThat(first.refused).hasSize(7 * (int) first.report.stages())
                .hasSize((int) first.report.refusals().total())
                .allMatch(refusal -> refusal.reason() == Acceptance.STALE);
        assertThat(first.lines()).noneMatch(line -> line.contains(first.refused.getLast().address().toString()));
    }

    private static String sha(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /// And the timed part is not: it says who came when, which only the order of arrival decides.
    @Test
    void theTimingFreePartIsTheSameForEveryProfileAndOrder() {
        Log first = log(FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(DeliveryOrder.SLOT_ORDER));
        for (ThrottleProfile profile : List.of(Profiles.NONE, Profiles.STEADY, Profiles.RAMP, Profiles.REVERSE_RAMP)) {
            Log other = log(FederationSettings.DEFAULT, profile, FederationOptions.DEFAULT);
            assertThat(other.lines()).isEqualTo(first.lines());
            assertThat(other.report.auditDigest()).isEqualTo(first.report.auditDigest());
        }
        Log reversed = log(FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(DeliveryOrder.REVERSED));
        assertThat(reversed.lines()).isEqualTo(first.lines());
        assertThat(arrivals(reversed)).isNotEqualTo(arrivals(first));
    }

    private static List<Integer> arrivals(Log log) {
        return log.stages.stream().flatMap(stage -> stage.contributions().stream()).map(PassedStage.Entry::arrival)
                .toList();
    }

    @Test
    void theTimedPartHasWhoDeliveredInWhichOrderAndWhen() {
        DeliveryOrder order = Runs.shuffled(45);
        Log log = log(FederationSettings.DEFAULT, Profiles.NONE, new ScriptedClock(order, 8, 8).options());

        long began = ScriptedClock.START;
        for (PassedStage stage : log.stages) {
            int[] arrivals = order.order(stage.stage(), 8);
            assertThat(stage.began()).isEqualTo(began);
            assertThat(stage.contributions()).hasSize(8);
            long now = began;
            for (int i = 0; i < 8; i++) {
                PassedStage.Entry entry = stage.contributions().get(arrivals[i]);
                assertThat(entry).extracting(PassedStage.Entry::slot, PassedStage.Entry::worker,
                        PassedStage.Entry::arrival, PassedStage.Entry::arrivedAt)
                        .containsExactly(arrivals[i], arrivals[i], i, now);
                now += i < 7 ? ScriptedClock.gap(stage.stage(), i) : 0;
            }
            began = now;
        }
    }

    @Test
    void onlyWhatWasCombinedIsLogged() {
        Log log = log(Runs.settings(PartitionKind.SLICED, 8, CombinePolicy.MAJORITY), Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(DeliveryOrder.REVERSED));

        assertThat(log.stages).allSatisfy(stage -> assertThat(stage.contributions())
                .extracting(PassedStage.Entry::slot).containsExactly(3, 4, 5, 6, 7));
        assertThat(log.stages).allSatisfy(stage -> assertThat(stage.contributions())
                .extracting(PassedStage.Entry::arrival).containsExactly(4, 3, 2, 1, 0));
    }

    @Test
    void aBrokenPolicysLogDependsOnTheOrder() {
        FederationSettings settings = Runs.settings(PartitionKind.SLICED, 8, CombinePolicy.FIRST_RESPONSE);

        assertThat(IntStream.range(0, 4).mapToObj(seed -> log(settings, Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(Runs.shuffled(seed))).report.auditDigest()))
                .doesNotHaveDuplicates();
    }
}
