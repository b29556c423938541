package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What does not fit together is said in one sentence, before anything runs, with exit code 64.
class UsageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "bett                                         | no command 'bett'",
            "bet --ploicy majority                        | no option '--ploicy'",
            "bet extra                                    | Nobody asked for 'extra'",
            "bet --profiles none,nope                     | no throttle profile 'nope'",
            "bet --profiles none,,steady                  | empty place",
            "bet --policy fastest                         | no policy 'fastest'",
            "bet --partition rows                         | no partition 'rows'",
            "bet --workers 3 --prompts 1                  | 1, 2, 4 or 8 workers, not 3",
            "bet --prompts 0                              | comes with 100 prompts",
            "bet --prompts -1                             | comes with 100 prompts",
            "bet --prompts 99999999999                    | comes with 100 prompts",
            "bet --tokens many                            | 'many' is not a whole number",
            "bet --tokens 0                               | At least one token",
            "bet --batch 0                                | at least one prompt",
            "bet --repeat 0                               | 1 to 1000 times",
            "bet --tempo 0                                | '0' is no tempo",
            "bet --tempo slow                             | 'slow' is no tempo",
            "bet --policy majority --partition pipeline --prompts 1 | at least three contributions",
            "generate                                     | Missing required argument",
            "generate once --prompt again                 | mutually exclusive",
            "generate once --profiles none,ramp           | one throttle profile, not 2",
            "record --id a/b                              | cannot be the name of a file",
            "compare                                      | Missing required parameter: 'FILE'",
            "bench --tokens 1                             | from the second token on",
            "explore --runs 0                             | at least one run",
            "explore --tokens 0                           | at least one run, one prompt and one token",
            "explore --orders --layer 9                   | has layers 1 to 8",
            "explore --orders --runs 5                    | --runs says nothing beside --orders",
            "explore --layer 3                            | only beside --orders",
            "explore --rows avx-0                         | only beside --matrix",
            "explore --matrix --seed 5                    | --seed says nothing beside --matrix",
            "explore --matrix --rows nope                 | no row 'nope'",
            "info --json                                  | Missing required parameter"})
    void itIsSaidInOneSentence(String line, String said) {
        Started program = new Started(folder).run(line.split(" +"));

        assertThat(program.code()).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).startsWith("Error: ").contains(said).hasLineCount(1);
        assertThat(program.out()).isEmpty();
        assertThat(folder).as("nothing is written").isEmptyDirectory();
    }

    @Test
    void whoMistypesIsToldWhereHelpIs() {
        assertThat(new Started(folder).run("bet", "--nope").err()).contains("Try 'throttlelab bet --help'.");
        assertThat(new Started(folder).run("bett").err()).contains("did you mean bet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bet", "generate", "record", "compare", "report", "verify", "explore", "bench", "soak",
            "info"})
    void everyCommandExplainsItself(String command) {
        Started program = new Started(folder).run(command, "--help");

        assertThat(program.code()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).startsWith("Usage: throttlelab " + command).contains("--json", "Exit codes:", "70");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(program.err()).isEmpty();
    }

    @Test
    void theBetHasItsOptionsAsTheyAreSpelt() {
        assertThat(new Started(folder).run("bet", "--help").out()).contains("--model=DIR", "--prompts=N|FILE.jsonl",
                "--tokens=N", "--profiles=", "--policy=", "--partition=", "--workers=N", "--batch=N",
                "--tempo=full|MS", "--repeat=N", "--out=DIR", "--json=FILE");
    }

    @Test
    void theProgramNamesItsCommandsAndItsVersion() {
        assertThat(new Started(folder).run("--help").out()).contains("bet", "generate", "record", "compare", "bench",
                "info");
        assertThat(new Started(folder).run("--version").out()).contains("Throttle Lab", "throttlelab-numerics-1");
    }
}
