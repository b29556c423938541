package throttlelab.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

class SetupLineTest {

    private static final int ROUNDS = 2000;
    private static final SetupLine PLAIN = new SetupLine("0123456789abcdef", CombinePolicy.CONTENT_ADDRESSED,
            PartitionKind.SLICED, 35, 50, Optional.empty(), Profiles.PHONE, new TreeMap<>(), "Once upon a time");

    @Test
    void isOneLineOfPlainCharacters() {
        assertThat(PLAIN.text()).isEqualTo("throttlelab-setup:1 model=0123456789abcdef policy=content-addressed"
                + " partition=sliced tempo=35.0 tokens=50 twin=off profile=phone seed=none sliders=none"
                + " prompt=Once%20upon%20a%20time check=" + PLAIN.text().substring(PLAIN.text().length() - 8));
    }

    @Test
    void anySetUpComesBackAsItWas() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            SetupLine setup = any(random);
            String line = setup.text();
            assertThat(line).matches("[\\x21-\\x7e ]+");
            assertThat(SetupLine.parse(line)).as(line).isEqualTo(setup);
            assertThat(SetupLine.parse("\n\t" + line.replace(" ", " \r\n ") + "  ")).as(line).isEqualTo(setup);
        }
    }

    /// One character of a line taken away, put in, or made another, or the line cut: it is refused, or means the same.
    @Test
    void aDamagedLineIsRefusedInOneSentenceAndNeverMeansSomethingElse() {
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 10 * ROUNDS; round++) {
            SetupLine setup = any(random);
            String damaged = damaged(setup.text(), random);
            try {
                assertThat(SetupLine.parse(damaged)).as(damaged).isEqualTo(setup);
            } catch (InputException e) {
                refused++;
                assertThat(e.getMessage()).as(damaged).doesNotContain("\n").endsWith(".").hasSizeLessThan(300);
            }
        }
        assertThat(refused).isGreaterThan(9 * ROUNDS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            throttlelab-setup:1|hello|begins with 'hello
            throttlelab-setup:1|throttlelab-setup:2|version '2'
            tokens=50|tokens=many|'tokens' is 'many'
            tokens=50|tokens=0|'tokens' is '0'
            tempo=35.0|tempo=-1|'tempo' is '-1'
            tempo=35.0|tempo=NaN|'tempo' is 'NaN'
            policy=content-addressed|policy=quick|'policy' is 'quick'
            partition=sliced|partition=cubed|'partition' is 'cubed'
            twin=off|twin=on|'twin' is 'on'
            profile=phone|profile=train|'profile' is 'train'
            seed=none|seed=3|'seed' is '3'
            sliders=none|sliders=9:2|'sliders' is '9'
            sliders=none|sliders=1:0.5|'sliders' is '0.5'
            sliders=none|sliders=1:2,1:3|one factor for worker 1
            prompt=Once|prompt=%zzOnce|'prompt' is '%zz
            model=0|model=x0|'model' is 'x0
            "tokens=50 "|""|does not say 'tokens'
            tokens=50|tokens=50 tokens=50|'tokens' twice
            tokens=50|tokens=50 colour=red|'colour=red' means nothing
            Once|Twice|was changed on its way
            """)
    void theSentenceNamesWhatIsWrong(String right, String wrong, String named) {
        assertThat(PLAIN.text()).contains(right);
        assertThatThrownBy(() -> SetupLine.parse(PLAIN.text().replace(right, wrong)))
                .isInstanceOf(InputException.class).hasMessageContaining(named);
    }

    @Test
    void aProfileOutOfAFileCannotBeNamed() {
        ThrottleProfile own = new ThrottleProfile() {
            @Override
            public String name() {
                return "phone";
            }

            @Override
            public double factor(int worker, int workers, long elapsedNanos) {
                return 3;
            }
        };

        assertThat(SetupLine.portable(own)).isFalse();
        assertThat(SetupLine.portable(Profiles.bursty(3))).isTrue();
    }

    private static SetupLine any(Random random) {
        ThrottleProfile profile = random.nextInt(3) == 0 ? Profiles.bursty(random.nextLong())
                : Profiles.builtIn().get(random.nextInt(Profiles.builtIn().size()));
        SortedMap<Integer, Double> factors = new TreeMap<>();
        for (int worker = 0; worker < 8; worker++) {
            if (random.nextInt(3) == 0) {
                factors.put(worker, random.nextBoolean() ? 1 + random.nextInt(190) / 10.0 : 1 + random.nextDouble(999));
            }
        }
        CombinePolicy[] policies = CombinePolicy.values();
        return new SetupLine(Long.toHexString(random.nextLong() | Long.MIN_VALUE), policies[random.nextInt(4)],
                PartitionKind.values()[random.nextInt(3)],
                random.nextBoolean() ? random.nextInt(1001) : random.nextDouble(1000), 1 + random.nextInt(512),
                random.nextBoolean() ? Optional.empty() : Optional.of(policies[random.nextInt(4)]), profile, factors,
                prompt(random));
    }

    private static String prompt(Random random) {
        StringBuilder text = new StringBuilder("x");
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            int code = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(0x80);
                case 1 -> 0x80 + random.nextInt(0x2000);
                case 2 -> 0x1f300 + random.nextInt(0x200);
                default -> "+%&= \n\t\"'ß".codePointAt(random.nextInt(10));
            };
            text.appendCodePoint(code);
        }
        return text.toString();
    }

    private static String damaged(String line, Random random) {
        int at = random.nextInt(line.length());
        char other = (char) (0x20 + random.nextInt(0x60));
        return switch (random.nextInt(4)) {
            case 0 -> line.substring(0, at) + line.substring(at + 1);
            case 1 -> line.substring(0, at) + other + line.substring(at);
            case 2 -> line.substring(0, at) + other + line.substring(at + 1);
            default -> line.substring(0, at);
        };
    }
}
