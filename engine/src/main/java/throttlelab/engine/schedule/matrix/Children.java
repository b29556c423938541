package throttlelab.engine.schedule.matrix;

import java.nio.file.Path;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.words.Sentence;

/// Runs of the program in processes of their own; who knows how the program is started hands it in.
public interface Children {

    /// Records the first prompts, unthrottled, in the default settings, in a process of its own. May be called by
    /// several threads at once.
    ///
    /// @throws CannotRun if such a virtual machine cannot be started here
    /// @throws throttlelab.engine.RunException if the process failed
    /// @throws InterruptedException if the calling thread is interrupted; the process has ended then
    Recording record(JvmMode mode, Cell cell) throws InterruptedException;

    /// Ends all that is running, from any thread.
    void stop();

    /// Why a row is not run.
    final class CannotRun extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /// @param why in a few words
        public CannotRun(String why) {
            super(why);
        }

        /// Because a Java runtime cannot start another process.
        public static CannotRun noJava(Path home) {
            return new CannotRun(Sentence.of("matrix.no-java", home).english());
        }
    }
}
