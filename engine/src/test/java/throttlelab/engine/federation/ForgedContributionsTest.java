package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;

/// Ten thousand contributions that are corrupted, swapped, replayed or misaddressed, offered in the midst of real runs,
/// each while a slot waits for the sound one: none is accepted, and the stream stays what it is.
class ForgedContributionsTest {

    private static final int FORGED = 10_000;
    private static final int EACH = 8;
    private static final int TOKENS = 6;
    private static Model model;
    private static List<int[]> prompts;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint().expertsPerToken(2));
        prompts = Runs.prompts(model, 4, 8);
    }

    /// What can be wrong.
    private enum Forgery {
        /// Bits of the payload have changed on the way.
        CORRUPTED_PAYLOAD,
        /// Bits of the checksum have.
        CORRUPTED_CHECKSUM,
        /// Two numbers have changed places.
        SWAPPED_NUMBERS,
        /// A part is missing, or something was appended.
        WRONG_SIZE,
        /// What another slot of the stage delivers stands under this slot's address.
        SWAPPED_SLOTS,
        /// The same worker's contribution to an earlier stage stands under this address.
        REPLAYED_UNDER_THIS_ADDRESS,
        /// It comes once more, sound in itself, long after its stage.
        REPLAYED,
        /// Bits of the address have changed, and the checksum fits it.
        MISADDRESSED,
        /// It is what a worker of another run delivers to the same stage of another prompt.
        FROM_ANOTHER_RUN
    }

    /// Workers without threads, whose contributions come with forged ones before them.
    private static final class ForgingCrew implements Crew {
        private final Assembled federation;
        private final List<Worker> workers = new ArrayList<>();
        private final List<Contribution> past = new ArrayList<>();
        private final List<StageWork> works = new ArrayList<>();
        private final SplittableRandom random;
        private final List<Contribution> foreign;
        private final int each;
        private final Checksum crc = new Checksum();
        final Map<Forgery, Map<Acceptance, Integer>> fates = new EnumMap<>(Forgery.class);
        int offered;

        /// @param each how many forged ones come before each sound one
        ForgingCrew(Assembled federation, long seed, List<Contribution> foreign, int each) {
            this.federation = federation;
            this.each = each;
            this.random = new SplittableRandom(seed);
            this.foreign = foreign;
            for (int number = 0; number < federation.partition.workers(); number++) {
                workers.add(federation.workers.apply(number));
            }
        }

        @Override
        public void begin(int[] positions) {
            workers.forEach(worker -> worker.begin(positions));
        }

        @Override
        public void hand(int worker, StageWork work) {
            works.add(work);
        }

        /// All work of the stage has been handed out: does it, forges, delivers.
        @Override
        public void pause(Object waiter) {
            List<Contribution> sound = works.stream().map(work -> copy(workers.get(work.plan().worker()).process(work)))
                    .toList();
            for (int slot = 0; slot < sound.size(); slot++) {
                for (int i = 0; i < each; i++) {
                    Forgery forgery = Forgery.values()[random.nextInt(Forgery.values().length)];
                    Contribution forged = forged(forgery, sound, slot);
                    if (forged != null) {
                        offered++;
                        fates.computeIfAbsent(forgery, f -> new EnumMap<>(Acceptance.class))
                                .merge(federation.desk.deliver(forged, 0, crc), 1, Integer::sum);
                    }
                }
                federation.desk.deliver(sound.get(slot), 0, crc);
                federation.desk.done();
            }
            past.addAll(sound);
            works.clear();
        }

        private static Contribution copy(Contribution c) {
            return new Contribution(c.address(), Arrays.copyOf(c.payload(), c.length()), c.length(), c.checksum());
        }

        /// `null` where there is nothing to forge it from.
        private Contribution forged(Forgery forgery, List<Contribution> stage, int slot) {
            Contribution sound = stage.get(slot);
            return switch (forgery) {
                case CORRUPTED_PAYLOAD -> sound.length() == 0 ? null : with(sound, flipped(sound.payload()), sound.length());
                case CORRUPTED_CHECKSUM -> new Contribution(sound.address(), sound.payload(), sound.length(),
                        sound.checksum() ^ someBits());
                case SWAPPED_NUMBERS -> swapped(sound);
                case WRONG_SIZE -> resized(sound);
                case SWAPPED_SLOTS -> under(sound, stage.get(random.nextInt(stage.size())));
                case REPLAYED_UNDER_THIS_ADDRESS -> past.isEmpty() ? null
                        : under(sound, past.get(random.nextInt(past.size())));
                case REPLAYED -> past.isEmpty() ? null : past.get(random.nextInt(past.size()));
                case MISADDRESSED -> readdressed(sound);
                case FROM_ANOTHER_RUN -> foreign.isEmpty() ? null : foreign.get(random.nextInt(foreign.size()));
            };
        }

        /// One to four bits.
        private int someBits() {
            int bits = 0;
            for (int i = random.nextInt(4); i >= 0; i--) {
                bits |= 1 << random.nextInt(32);
            }
            return bits;
        }

        private float[] flipped(float[] payload) {
            float[] changed = payload.clone();
            int at = random.nextInt(changed.length);
            changed[at] = Float.intBitsToFloat(Float.floatToRawIntBits(changed[at]) ^ someBits());
            return changed;
        }

        private static Contribution with(Contribution c, float[] payload, int length) {
            return new Contribution(c.address(), payload, length, c.checksum());
        }

        private Contribution swapped(Contribution sound) {
            if (sound.length() < 2) {
                return null;
            }
            float[] changed = sound.payload().clone();
            int one = random.nextInt(changed.length);
            int other = random.nextInt(changed.length);
            changed[one] = sound.payload()[other];
            changed[other] = sound.payload()[one];
            return Arrays.equals(changed, sound.payload()) ? null : with(sound, changed, sound.length());
        }

        /// With a checksum of its own that fits: only its size betrays it.
        private Contribution resized(Contribution sound) {
            int length = Math.max(0, sound.length() + (random.nextBoolean() ? 1 : -1) * random.nextInt(1, 5));
            float[] payload = Arrays.copyOf(sound.payload(), length);
            return length == sound.length() ? null : new Contribution(sound.address(), payload, length,
                    Contribution.checksum(sound.address(), payload, length, crc));
        }

        /// Another payload with its own checksum under this address; if it is the same payload, nothing is forged.
        private static Contribution under(Contribution sound, Contribution other) {
            return Arrays.equals(other.payload(), sound.payload()) ? null
                    : new Contribution(sound.address(), other.payload(), other.length(), other.checksum());
        }

        private Contribution readdressed(Contribution sound) {
            Sha256 a = sound.address();
            long bit = 1L << random.nextInt(Long.SIZE);
            Sha256 other = switch (random.nextInt(4)) {
                case 0 -> new Sha256(a.w0() ^ bit, a.w1(), a.w2(), a.w3());
                case 1 -> new Sha256(a.w0(), a.w1() ^ bit, a.w2(), a.w3());
                case 2 -> new Sha256(a.w0(), a.w1(), a.w2() ^ bit, a.w3());
                default -> new Sha256(a.w0(), a.w1(), a.w2(), a.w3() ^ bit);
            };
            return new Contribution(other, sound.payload(), sound.length(),
                    Contribution.checksum(other, sound.payload(), sound.length(), crc));
        }

        @Override
        public void stop() {
        }

        @Override
        public void close() {
        }
    }

    /// All that is delivered in a run of other prompts.
    private static List<Contribution> deliveredIn(FederationSettings settings, List<int[]> others) throws Exception {
        ForgingCrew[] crew = new ForgingCrew[1];
        new Assembled(model, settings, FederationOptions.DEFAULT).run(federation ->
                crew[0] = new ForgingCrew(federation, 0, List.of(), 0), others, 2);
        return crew[0].past;
    }

    @Test
    void noneOfTenThousandIsAccepted() throws Exception {
        Map<Forgery, Map<Acceptance, Integer>> fates = new EnumMap<>(Forgery.class);
        int offered = 0;
        for (long seed = 0; offered < FORGED; seed++) {
            PartitionKind partition = PartitionKind.values()[(int) seed % 3];
            FederationSettings settings = Runs.settings(partition, 8, CombinePolicy.CONTENT_ADDRESSED);
            List<Contribution> foreign = deliveredIn(settings, List.of(new int[] {3, 2, 1}));
            ForgingCrew[] crew = new ForgingCrew[1];
            long own = seed;
            List<Runs.Bits> streams = new Assembled(model, settings, FederationOptions.DEFAULT).run(federation ->
                    crew[0] = new ForgingCrew(federation, own, foreign, EACH), prompts, TOKENS);

            assertThat(streams).isEqualTo(Runs.run(model, settings, Profiles.NONE, FederationOptions.DEFAULT, prompts,
                    TOKENS).streams());
            offered += crew[0].offered;
            crew[0].fates.forEach((forgery, fate) -> fate.forEach((acceptance, count) ->
                    fates.computeIfAbsent(forgery, f -> new EnumMap<>(Acceptance.class))
                            .merge(acceptance, count, Integer::sum)));
        }
        assertThat(offered).isGreaterThanOrEqualTo(FORGED);
        assertThat(fates).hasSize(Forgery.values().length).allSatisfy((forgery, fate) -> {
            assertThat(fate).as(forgery.name()).doesNotContainKey(Acceptance.LOCKED);
            assertThat(fate.keySet()).as(forgery.name()).containsOnly(switch (forgery) {
                case REPLAYED -> Acceptance.STALE;
                case MISADDRESSED, FROM_ANOTHER_RUN -> Acceptance.FOREIGN;
                default -> Acceptance.CORRUPTED;
            });
        });
    }

    /// The control: a desk that does not look at checksums takes many of them, and the answer changes.
    @Test
    void aDeskWithoutChecksumsAcceptsMany() throws Exception {
        FederationSettings settings = Runs.settings(PartitionKind.SLICED, 8, CombinePolicy.CONTENT_ADDRESSED);
        ForgingCrew[] crew = new ForgingCrew[1];
        List<Runs.Bits> streams = new Assembled(model, settings, FederationOptions.DEFAULT, false).run(federation ->
                crew[0] = new ForgingCrew(federation, 1, List.of(), EACH), prompts, TOKENS);

        assertThat(crew[0].fates.get(Forgery.CORRUPTED_PAYLOAD)).containsKey(Acceptance.LOCKED);
        assertThat(crew[0].fates.get(Forgery.SWAPPED_SLOTS)).containsKey(Acceptance.LOCKED);
        assertThat(crew[0].fates.get(Forgery.MISADDRESSED).keySet()).containsOnly(Acceptance.FOREIGN);
        assertThat(streams).isNotEqualTo(Runs.run(model, settings, Profiles.NONE, FederationOptions.DEFAULT, prompts,
                TOKENS).streams());
    }
}
