package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Listens to what JavaFX and the controls warn of, style sheets above all: on the console it would be a defect.
final class Warnings implements AutoCloseable {

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = Logger.getLogger("");
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                seen.add(record.getLoggerName() + ": " + new SimpleFormatter().formatMessage(record));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    Warnings() {
        root.addHandler(handler);
    }

    /// Ends the listening; there must have been none.
    @Override
    public void close() {
        root.removeHandler(handler);
        assertThat(seen).as("warnings").isEmpty();
    }
}
