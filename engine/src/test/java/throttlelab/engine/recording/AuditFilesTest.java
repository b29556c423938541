package throttlelab.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.RunException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.PassedStage;
import throttlelab.engine.federation.RefusedContribution;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;

class AuditFilesTest {

    private static final Sha256 ANY = new Sha256(1, 2, 3, 4);

    @TempDir
    private Path folder;

    @Test
    void linesAreKeptAsTheyComeAndTimesCountFromTheFirstStage() {
        try (AuditFiles files = AuditFiles.open(folder, "steady#2")) {
            byte[] lines = "first line\nnot this".getBytes(StandardCharsets.US_ASCII);
            files.passed(stage(7, 1_000), lines, "first line\n".length());
            files.passed(stage(8, 5_000), lines, "first line\n".length());
            files.refused(new RefusedContribution(stage(8, 0).stage(), ANY, Acceptance.STALE, 5_100));
            assertThat(folder.resolve("audit-steady#2.txt")).as("half a log is none").doesNotExist();
        }

        assertThat(folder.resolve("audit-steady#2.txt")).hasContent("first line\nfirst line\n");
        assertThat(folder.resolve("audit-steady#2.timed.csv")).hasContent("""
                step,token,layer,stage,slot,worker,arrival,began_ns,arrived_ns,outcome,address
                7,3,2,experts,0,5,1,0,30,locked,0000000000000001000000000000000200000000000000030000000000000004
                7,3,2,experts,1,6,0,0,20,locked,0000000000000001000000000000000200000000000000030000000000000004
                8,3,2,experts,0,5,1,4000,4030,locked,0000000000000001000000000000000200000000000000030000000000000004
                8,3,2,experts,1,6,0,4000,4020,locked,0000000000000001000000000000000200000000000000030000000000000004
                8,3,2,experts,,,,,4100,stale,0000000000000001000000000000000200000000000000030000000000000004
                """);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidBeforeTheRun() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> AuditFiles.open(taken, "none")).isInstanceOf(RunException.class)
                .hasMessageContaining("choose another folder");
    }

    private static PassedStage stage(long step, long began) {
        return new PassedStage(new StageId(step, 3, 2, StageKind.EXPERTS), ANY, began,
                List.of(new PassedStage.Entry(0, 5, ANY, 9, 1, began + 30),
                        new PassedStage.Entry(1, 6, ANY, 9, 0, began + 20)));
    }
}
