package throttlelab.fxml.shortcuts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShortcutTest {

    @Test
    void noKeyStandsForTwoThings() {
        List<String> keys = Arrays.stream(Shortcut.values())
                .flatMap(shortcut -> Arrays.stream(shortcut.keys().split(" or "))).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Shortcut.class)
    void everyOneHasWordsOnTheSheet(Shortcut shortcut) {
        assertThat(new ShortcutsViewModel().parts())
                .filteredOn(part -> part.title().equals(shortcut.group().text()))
                .singleElement()
                .satisfies(part -> assertThat(part.lines())
                        .contains(new ShortcutsViewModel.Line(shortcut.keys(), shortcut.text())));
    }

    @ParameterizedTest
    @CsvSource({"SPACE,false,RUN", "F9,false,RUN", "S,false,STEP_STAGE", "S,true,RECORD", "T,true,THEME",
            "EQUALS,true,LARGER", "NUMPAD0,true,USUAL_SIZE"})
    void aKeyPressIsOneOfThem(KeyCode code, boolean control, Shortcut shortcut) {
        assertThat(Shortcut.of(press(code, control))).contains(shortcut);
    }

    @ParameterizedTest
    @CsvSource({"A,false", "SPACE,true", "O,false"})
    void otherKeysAreNone(KeyCode code, boolean control) {
        assertThat(Shortcut.of(press(code, control))).isEmpty();
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }
}
