package throttlelab.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;

class ProfileFileTest {

    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void readsConstantsStepsAndLines() throws IOException {
        ThrottleProfile profile = profile("""
                {"format": "throttlelab-profile/1", "name": "mine", "description": "for a test", "others": 3,
                 "workers": [2.5,
                   {"points": [{"at_ms": 10, "factor": 2}, {"at_ms": 20, "factor": 8}], "repeat_ms": 30},
                   {"points": [{"at_ms": 0, "factor": 1}, {"at_ms": 10, "factor": 6}], "between": "linear"}]}
                """);

        assertThat(profile.name()).isEqualTo("mine");
        assertThat(profile.factor(0, 8, 5 * MILLI)).isEqualTo(2.5);
        assertThat(profile.factor(1, 8, 0)).isEqualTo(2);
        assertThat(profile.factor(1, 8, 20 * MILLI - 1)).isEqualTo(2);
        assertThat(profile.factor(1, 8, 20 * MILLI)).isEqualTo(8);
        assertThat(profile.factor(1, 8, 30 * MILLI - 1)).isEqualTo(8);
        assertThat(profile.factor(1, 8, 30 * MILLI)).as("repeats").isEqualTo(2);
        assertThat(profile.factor(2, 8, 0)).isEqualTo(1);
        assertThat(profile.factor(2, 8, 5 * MILLI)).isCloseTo(3.5, within(1e-12));
        assertThat(profile.factor(2, 8, 10 * MILLI)).isEqualTo(6);
        assertThat(profile.factor(2, 8, Long.MAX_VALUE)).isEqualTo(6);
        assertThat(profile.factor(7, 8, 0)).isEqualTo(3);
    }

    @Test
    void workersThatAreNotListedRunAtFullSpeed() throws IOException {
        assertThat(profile(file("[2]")).factor(1, 8, 0)).isEqualTo(1);
    }

    @Test
    void theSampleIsAProfile() {
        Path sample = Path.of(System.getProperty("throttlelab.samples"), "profiles", "train-ride.json");

        assertThat(Profiles.parse("none," + sample)).extracting(ThrottleProfile::name)
                .containsExactly("none", "train-ride");
    }

    @Test
    void aProfileChangesIfAWorkerHasMoreThanOnePoint() throws IOException {
        assertThat(profile(file("[2]")).changing()).isFalse();
        assertThat(profile(file("[1, {\"points\": [{\"at_ms\": 0, \"factor\": 1}, {\"at_ms\": 5, \"factor\": 2}]}]"))
                .changing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[0.5] | at workers[0], 0.5 stands where a number from 1 to 1000 is expected: correct it.",
        "[1, 1001] | at workers[1], 1001 stands where a number from 1 to 1000 is expected: correct it.",
        "[\"5\"] | at workers[0], \"5\" stands where a number from 1 to 1000 is expected: correct it.",
        "[] | at workers, there are 0 workers: list 1 to 8.",
        "[1,1,1,1,1,1,1,1,1] | at workers, there are 9 workers: list 1 to 8.",
        "[{}] | at workers[0], the key 'points' is missing: add it.",
        "[{\"points\": []}] | at workers[0], there is no point: write at least one.",
        "[{\"points\": [{\"at_ms\": 0}]}] | at workers[0].points[0], the key 'factor' is missing: add it.",
        "[{\"points\": [{\"at_ms\": 5, \"factor\": 1}, {\"at_ms\": 5, \"factor\": 2}]}] | at workers[0].points[1].at_ms,"
            + " this point is not later than the one before: order them by time.",
        "[{\"points\": [{\"at_ms\": 5, \"factor\": 1}], \"repeat_ms\": 5}] | at workers[0].repeat_ms, it repeats"
            + " before its last point is reached: make it longer than the last at_ms.",
        "[{\"points\": [{\"at_ms\": 5, \"factor\": 1}], \"between\": \"curve\"}] | one of linear, steps is expected",
        "[{\"point\": 1}] | at workers[0], the key 'point' is unknown: use only between, points, repeat_ms."})
    void brokenWorkersNamePlaceAndRemedy(String workers, String sentence) {
        assertThatThrownBy(() -> profile(file(workers))).isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("p.json").toString()).hasMessageContaining(sentence);
    }

    @Test
    void brokenFilesNamePlaceAndRemedy() {
        assertThatThrownBy(() -> profile("{\n\"format\" \"x\"}")).isInstanceOf(InputException.class)
                .hasMessageContaining("p.json is not valid JSON at line 2, column ");
        assertThatThrownBy(() -> profile(file("[1]").replace("profile/1", "profile/2")))
                .hasMessageEndingWith("'throttlelab-profile/2' is not a format of profiles this program knows: "
                        + "write it as throttlelab-profile/1.");
        assertThatThrownBy(() -> profile(file("[1]").replace("mine", "../up"))).hasMessageContaining(
                "the name '../up' cannot be part of a file name");
        assertThatThrownBy(() -> profile(file("[1]").replace("mine", "steady"))).hasMessageContaining(
                "the name 'steady' belongs to a profile of the lab: choose another.");
        assertThatThrownBy(() -> Profiles.of(folder.resolve("none.json").toString()))
                .isInstanceOf(InputException.class).hasMessageStartingWith("There is no file ");
    }

    private static String file(String workers) {
        return "{\"format\": \"throttlelab-profile/1\", \"name\": \"mine\", \"workers\": " + workers + "}";
    }

    private ThrottleProfile profile(String text) throws IOException {
        return Profiles.of(Files.writeString(folder.resolve("p.json"), text).toString());
    }
}
