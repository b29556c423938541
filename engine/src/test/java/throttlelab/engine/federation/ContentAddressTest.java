package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Routing;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.model.TokenRows;
import throttlelab.engine.numerics.PackedMatrix;
import throttlelab.engine.numerics.RotaryTable;
import throttlelab.engine.numerics.Rows;
import throttlelab.engine.numerics.SimdKernels;
import throttlelab.engine.throttle.Profiles;

/// A content address says what work a contribution is the answer to: the same for the same work, whoever does it and
/// whenever, another for any other.
class ContentAddressTest {

    private static Model model;
    private static Model otherWeights;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint().expertsPerToken(2));
        otherWeights = Runs.tiny(new TinyCheckpoint().expertsPerToken(2).seed(46));
    }

    private static Worker worker(Model model, Partition partition, int number) {
        RotaryTable rotary = new RotaryTable(model.config().maxPositions(), model.config().headDim(),
                model.config().ropeTheta());
        return new Worker(number, model, partition, new SimdKernels(), rotary, Federation.MAX_ROWS, true);
    }

    private static Sha256 audit(Model model, PartitionKind partition, int workers, List<int[]> prompts) {
        return Runs.run(model, Runs.settings(partition, workers, CombinePolicy.CONTENT_ADDRESSED), Profiles.NONE,
                FederationOptions.DEFAULT, prompts, 3).report().auditDigest();
    }

    /// Equal audit digests mean equal addresses, input digests and checksums at every stage.
    @ParameterizedTest
    @EnumSource(PartitionKind.class)
    void neitherThrottlingNorTheOrderOfArrivalChangesThem(PartitionKind partition) {
        List<int[]> prompts = Reference.prompts(2);
        FederationSettings settings = Runs.settings(partition, 8, CombinePolicy.CONTENT_ADDRESSED);
        List<Sha256> digests = new ArrayList<>();
        for (DeliveryOrder order : List.of(DeliveryOrder.AS_THEY_COME, DeliveryOrder.SLOT_ORDER,
                DeliveryOrder.REVERSED, Runs.shuffled(3))) {
            for (var profile : List.of(Profiles.NONE, Profiles.REVERSE_RAMP)) {
                digests.add(Runs.run(Runs.shipped(), settings, profile, FederationOptions.DEFAULT.withOrder(order),
                        prompts, 3).report().auditDigest());
            }
        }

        assertThat(digests).hasSize(8).containsOnly(digests.getFirst());
    }

    @Test
    void modelPartitionWorkersAndTokensChangeTheAuditDigest() {
        List<int[]> prompts = Runs.prompts(model, 3, 6);
        List<int[]> otherToken = new ArrayList<>(prompts);
        int[] changed = prompts.get(1).clone();
        changed[0] ^= 1;
        otherToken.set(1, changed);

        assertThat(List.of(audit(model, PartitionKind.SLICED, 8, prompts),
                audit(model, PartitionKind.SLICED, 4, prompts),
                audit(model, PartitionKind.SLICED, 1, prompts),
                audit(model, PartitionKind.EXPERTS, 8, prompts),
                audit(model, PartitionKind.EXPERTS, 1, prompts),
                audit(model, PartitionKind.PIPELINE, 8, prompts),
                audit(model, PartitionKind.PIPELINE, 1, prompts),
                audit(otherWeights, PartitionKind.SLICED, 8, prompts),
                audit(model, PartitionKind.SLICED, 8, otherToken))).doesNotHaveDuplicates();
        assertThat(audit(model, PartitionKind.SLICED, 8, prompts))
                .isEqualTo(audit(model, PartitionKind.SLICED, 8, prompts));
    }

    /// What an address binds, each changed by itself.
    @Test
    void everythingThatIsBoundChangesTheAddress() {
        Map<String, Sha256> addresses = new LinkedHashMap<>();
        Bound bound = new Bound();
        addresses.put("unchanged", bound.address());
        bound.model = otherWeights.digest();
        addresses.put("model digest", bound.address());
        bound = new Bound();
        bound.worker = 2;
        addresses.put("shard digest", bound.address());
        bound = new Bound();
        bound.partition = PartitionKind.EXPERTS;
        addresses.put("partition", bound.address());
        bound = new Bound();
        bound.workers = 8;
        addresses.put("worker count", bound.address());
        bound = new Bound();
        bound.stage = new StageId(0, 0, 1, StageKind.ATTENTION);
        addresses.put("layer", bound.address());
        bound = new Bound();
        bound.stage = new StageId(0, 0, 0, StageKind.EXPERTS);
        addresses.put("stage kind", bound.address());
        bound = new Bound();
        bound.slot = 0;
        addresses.put("slot", bound.address());
        bound = new Bound();
        bound.input[63] = Math.nextUp(bound.input[63]);
        addresses.put("one bit of the input", bound.address());
        bound = new Bound();
        bound.chain = new Sha256(1, 2, 3, 5);
        addresses.put("what came before", bound.address());
        bound = new Bound();
        bound.routing.weights()[1] = Math.nextUp(bound.routing.weights()[1]);
        addresses.put("one bit of a router weight", bound.address());
        bound = new Bound();
        bound.routing.experts()[1] = 4;
        addresses.put("an expert", bound.address());
        bound = new Bound();
        bound.tokens[0] = 8;
        addresses.put("an earlier token", bound.address());
        bound = new Bound();
        bound.tokens[1] = 8;
        addresses.put("a token", bound.address());
        bound = new Bound();
        bound.positions[1] = 2;
        addresses.put("a position", bound.address());
        bound = new Bound();
        bound.stage = new StageId(9, 9, 0, StageKind.ATTENTION);
        Sha256 laterStep = bound.address();

        assertThat(addresses.values()).hasSize(15).doesNotHaveDuplicates();
        assertThat(new Bound().address()).isEqualTo(addresses.get("unchanged"));
        // The number of a step is no work: a worker that is revived, or a second run, recomputes the same address.
        assertThat(laterStep).isEqualTo(addresses.get("unchanged"));
    }

    /// All that goes into one address.
    private static final class Bound {
        private Sha256 model = ContentAddressTest.model.digest();
        private PartitionKind partition = PartitionKind.SLICED;
        private int workers = 4;
        private int worker = 1;
        private StageId stage = new StageId(0, 0, 0, StageKind.ATTENTION);
        private int slot = 1;
        private Sha256 chain = new Sha256(1, 2, 3, 4);
        private final float[] input = new float[64];
        private final Routing routing = new Routing(2, new int[] {1, 3}, new float[] {0.5f, 0.25f});
        private final int[] positions = {0, 1};
        private final int[] tokens = {7, 9};

        Sha256 address() {
            Hasher hasher = new Hasher();
            Addressing addressing = new Addressing(hasher);
            TokenHistory history = new TokenHistory(hasher);
            history.begin(1);
            Sha256 rows = history.advance(new TokenRows(new int[] {0, 0}, positions, tokens));
            Partition dealt = Partition.of(partition, workers, ContentAddressTest.model.config());
            // The shard's own digest knows its partition; here only the name of the partition is to differ.
            Sha256 shard = Shard.digest(ContentAddressTest.model,
                    Partition.of(PartitionKind.SLICED, 4, ContentAddressTest.model.config()), worker);
            return addressing.address(Addressing.identity(model, shard, dealt), stage, slot,
                    addressing.input(chain, input, input.length, routing), rows);
        }
    }

    /// The description at [Addressing], followed with nothing but the standard library.
    @Test
    void addressesAndChecksumsAreThoseOfTheDescription() throws Exception {
        Partition partition = Partition.of(PartitionKind.SLICED, 4, model.config());
        WorkHistory history = new WorkHistory(model, partition, 1);
        Worker worker = worker(model, partition, 1);
        worker.begin(history.positions());
        StageWork work = history.works().get(1);
        worker.process(history.works().getFirst());
        Contribution contribution = worker.process(work);

        byte[] identity = sha(text("throttlelab-numerics-1"), hex(model.digest()),
                hex(Shard.digest(model, partition, 1)), text("sliced"), number(4));
        List<byte[]> rows = new ArrayList<>();
        Map<Integer, byte[]> running = new LinkedHashMap<>();
        TokenRows tokens = work.step().rows();
        for (int row = 0; row < tokens.count(); row++) {
            byte[] before = running.getOrDefault(tokens.sequences()[row], sha());
            running.put(tokens.sequences()[row], sha(before, number(tokens.tokens()[row])));
            rows.add(number(tokens.positions()[row]));
            rows.add(running.get(tokens.sequences()[row]));
        }
        CRC32C crc = new CRC32C();
        crc.update(littleEndian(work.input()));
        crc.update(littleEndian(work.routing().experts()));
        crc.update(littleEndian(work.routing().weights()));
        byte[] input = sha(hex(work.chain()), number((int) crc.getValue()));
        byte[] address = sha(identity, number(0), text("experts"), number(1), input,
                sha(rows.toArray(byte[][]::new)));
        assertThat(contribution.address()).hasToString(HexFormat.of().formatHex(address));

        crc.reset();
        crc.update(address);
        crc.update(littleEndian(Arrays.copyOf(contribution.payload(), contribution.length())));
        assertThat(contribution.checksum()).isEqualTo((int) crc.getValue());
    }

    /// Keeps what the first worker was given, and what passed.
    private static final class Witness extends ForwardingKernels implements StageObserver, AuditSink {
        private final ThreadLocal<StageId> begun = new ThreadLocal<>();
        private final Map<StageId, float[]> inputs = new ConcurrentHashMap<>();
        private final List<PassedStage> passed = new ArrayList<>();

        @Override
        public void computing(StageId stage, int worker, int slot, long now) {
            begun.set(stage);
        }

        @Override
        public void matmul(PackedMatrix w, Rows x, Rows y) {
            if (begun.get() != null) {
                inputs.put(begun.get(), x.data().clone());
                begun.remove();
            }
            super.matmul(w, x, y);
        }

        @Override
        public void passed(PassedStage stage, byte[] lines, int length) {
            passed.add(stage);
        }
    }

    /// Again with nothing but the standard library, through a whole run of one prompt.
    @Test
    void inputDigestsChainTheStagesAndBindTheInput() throws Exception {
        Witness witness = new Witness();
        int[] prompt = {262, 7, 8, 9};
        List<Integer> tokens = Runs.run(model, Runs.settings(PartitionKind.EXPERTS, 4, CombinePolicy.CONTENT_ADDRESSED),
                Profiles.NONE, FederationOptions.DEFAULT.withKernels(witness).withObserver(witness).withAudit(witness),
                List.of(prompt), 3).tokens().getFirst();

        byte[] running = sha();
        byte[] chain = null;
        int position = 0;
        for (PassedStage stage : witness.passed) {
            if (stage.stage().layer() == 0 && stage.stage().kind() == StageKind.ATTENTION) {
                List<byte[]> rows = new ArrayList<>();
                int until = prompt.length + stage.stage().token();
                for (; position < until; position++) {
                    int token = position < prompt.length ? prompt[position] : tokens.get(position - prompt.length);
                    running = sha(running, number(token));
                    rows.add(number(position));
                    rows.add(running);
                }
                chain = sha(text("tokens"), sha(rows.toArray(byte[][]::new)));
            }
            assertThat(stage.input()).as(stage.stage().toString())
                    .hasToString(HexFormat.of().formatHex(sha(chain, number(crc(stage.stage(), witness, prompt)))));
            List<byte[]> before = new ArrayList<>(List.of(text("stage")));
            for (PassedStage.Entry entry : stage.contributions()) {
                before.addAll(List.of(number(entry.slot()), hex(entry.address()), number(entry.checksum())));
            }
            chain = sha(before.toArray(byte[][]::new));
        }
        assertThat(witness.passed).hasSize(15);
    }

    private static int crc(StageId stage, Witness witness, int[] prompt) {
        int rows = stage.token() == 0 && stage.kind() != StageKind.HEAD ? prompt.length : 1;
        float[] input = Arrays.copyOf(witness.inputs.get(stage), rows * model.config().hiddenSize());
        CRC32C crc = new CRC32C();
        crc.update(littleEndian(input));
        if (stage.kind() == StageKind.EXPERTS) {
            Routing routing = Routing.of(model.config(), model.layer(stage.layer()), new SimdKernels(), input,
                    input.length / model.config().hiddenSize());
            crc.update(littleEndian(routing.experts()));
            crc.update(littleEndian(routing.weights()));
        }
        return (int) crc.getValue();
    }

    private static byte[] sha(byte[]... parts) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            sha.update(part);
        }
        return sha.digest();
    }

    private static byte[] text(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeInt(text.length());
        bytes.write(text.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] hex(Sha256 digest) {
        return HexFormat.of().parseHex(digest.toString());
    }

    private static byte[] littleEndian(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] littleEndian(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    @ParameterizedTest
    @EnumSource(PartitionKind.class)
    void coordinatorAndWorkerFindTheSameAddress(PartitionKind kind) {
        Partition partition = Partition.of(kind, 2, model.config());
        for (int number = 0; number < 2; number++) {
            WorkHistory history = new WorkHistory(model, partition, number);
            assertThat(contributions(worker(model, partition, number), history, history.works().size()))
                    .extracting(Contribution::address).isEqualTo(history.expected()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(PartitionKind.class)
    void aRevivedWorkerRecomputesAddressAndChecksum(PartitionKind kind) {
        Partition partition = Partition.of(kind, 2, model.config());
        WorkHistory history = new WorkHistory(model, partition, 1);
        List<Contribution> first = contributions(worker(model, partition, 1), history, history.works().size());

        for (int died = 1; died <= first.size(); died++) {
            Contribution last = contributions(worker(model, partition, 1), history, died).getLast();
            assertThat(last.address()).isEqualTo(first.get(died - 1).address());
            assertThat(last.checksum()).isEqualTo(first.get(died - 1).checksum());
        }
    }

    /// The control: a worker that has not seen the history is found out, by its address alone.
    @Test
    void aWorkerThatMissedAStepIsForeign() {
        Partition partition = Partition.of(PartitionKind.SLICED, 2, model.config());
        WorkHistory history = new WorkHistory(model, partition, 1);
        Worker worker = worker(model, partition, 1);
        worker.begin(history.positions());
        int last = history.works().size() - 1;

        assertThat(worker.process(history.works().get(last)).address()).isNotEqualTo(history.expected().get(last));
    }

    @Test
    void whatIsComputedFromACorruptedInputIsRefusedAsForeign() {
        Partition partition = Partition.of(PartitionKind.SLICED, 1, model.config());
        WorkHistory history = new WorkHistory(model, partition, 0);
        StageWork work = history.works().getFirst();
        ContributionDesk desk = new ContributionDesk(true);
        desk.beginRun();
        Sha256[] expected = {history.expected().getFirst()};
        desk.open(new StageBarrier(work.stage(), expected, new int[] {work.input().length * 8}, 1), 1);

        work.input()[3] = Math.nextUp(work.input()[3]);
        assertThat(deliver(desk, partition, history)).isEqualTo(Acceptance.FOREIGN);
        work.input()[3] = Math.nextDown(work.input()[3]);
        assertThat(deliver(desk, partition, history)).isEqualTo(Acceptance.LOCKED);
        assertThat(desk.refusals()).isEqualTo(new Refusals(0, 0, 1, 0));
    }

    private static Acceptance deliver(ContributionDesk desk, Partition partition, WorkHistory history) {
        return desk.deliver(contributions(worker(model, partition, 0), history, 1).getFirst(), 0, new Checksum());
    }

    /// The contributions of a worker that is given the first `count` works; payloads copied, as they are reused.
    private static List<Contribution> contributions(Worker worker, WorkHistory history, int count) {
        worker.begin(history.positions());
        return history.works().stream().limit(count).map(worker::process)
                .map(c -> new Contribution(c.address(), c.payload().clone(), c.length(), c.checksum())).toList();
    }
}
