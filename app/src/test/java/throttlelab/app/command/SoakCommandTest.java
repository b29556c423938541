package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.summary.Schemas;
import throttlelab.engine.files.JsonInput;

/// A soak that is over soon: three minutes of simulated time.
class SoakCommandTest {

    @TempDir
    private Path folder;

    private Started soak(String... more) {
        String[] all = {"soak", "--hours", "0.05", "--prompts", "2", "--tokens", "6", "--json",
            folder.resolve("soak.json").toString()};
        String[] line = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, line, all.length, more.length);
        return new Started(folder).run(line);
    }

    private JsonInput json() {
        return JsonInput.read(folder.resolve("soak.json"), 1 << 20);
    }

    @Test
    void minutesOfChangingSlowdownsChangeNothing() {
        Started program = soak();

        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).startsWith("The same bits throughout, and memory stayed flat.");
        Schemas.assertValid("soak", folder.resolve("soak.json"));
        assertThat(json().at("span_s").number(0, 1e9)).isGreaterThanOrEqualTo(180);
        assertThat(json().at("changes").integer(0, 1_000_000)).isGreaterThanOrEqualTo(8 * 180);
        assertThat(json().at("divergent").integer(0, 0)).isZero();
        assertThat(json().at("prompts").integer(0, 1_000)).isGreaterThan(2);
        assertThat(json().at("heap_bytes").items()).hasSizeGreaterThan(2);
    }

    /// The control.
    @Test
    void aBrokenPolicyDiffers() {
        Started program = soak("--policy", "majority");

        assertThat(program.code()).isEqualTo(ExitCode.CATASTROPHIC);
        assertThat(program.out()).startsWith("The bits differ");
        assertThat(json().at("divergent").integer(0, 1_000)).isPositive();
    }
}
