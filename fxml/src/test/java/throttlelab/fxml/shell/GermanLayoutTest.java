package throttlelab.fxml.shell;

import org.junit.jupiter.api.extension.ExtendWith;
import throttlelab.fxml.testing.InGerman;

/// German words are longer, and nothing is cut off all the same.
@ExtendWith(InGerman.class)
class GermanLayoutTest extends LayoutTest {
}
