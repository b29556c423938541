package throttlelab.app.window;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import throttlelab.app.host.LogFile;
import throttlelab.engine.LabException;
import throttlelab.fxml.texts.Texts;

/// Takes what nobody caught, on any thread: notes it in the log, tells the person, and lets the lab go on.
final class UncaughtFailures implements Thread.UncaughtExceptionHandler {

    private final LogFile log;
    private final BiConsumer<String, String> tell;
    private String last = "";
    private String lastSentence = "";

    /// @param tell hears a sentence and details, on the thread that failed
    UncaughtFailures(LogFile log, BiConsumer<String, String> tell) {
        this.log = log;
        this.tell = tell;
    }

    @Override
    public synchronized void uncaughtException(Thread thread, Throwable failure) {
        String details = details(failure);
        // A fault in every frame fills neither the log nor the screen.
        if (!details.equals(last)) {
            last = details;
            lastSentence = sentence(thread, failure);
        }
        tell.accept(lastSentence, details);
    }

    private String sentence(Thread thread, Throwable failure) {
        Optional<Path> file = log.failure("thread " + thread.getName(), failure);
        if (failure instanceof LabException told) {
            return told.sentence().in(Texts.locale());
        }
        return file.map(path -> Texts.get("window.failure.logged", failure, thread.getName(), path))
                .orElseGet(() -> Texts.get("window.failure", failure, thread.getName()));
    }

    private static String details(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
