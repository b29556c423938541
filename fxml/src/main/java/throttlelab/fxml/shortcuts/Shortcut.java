package throttlelab.fxml.shortcuts;

import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import throttlelab.fxml.texts.Texts;

/// What can be done with a key from anywhere in the window. Only key codes: key characters need a real screen.
public enum Shortcut {

    /// Runs, holds a run, lets it go on.
    RUN(Group.RUN, key(KeyCode.SPACE), key(KeyCode.F9)),
    /// Lets one stage pass.
    STEP_STAGE(Group.RUN, key(KeyCode.S), key(KeyCode.F6)),
    /// Lets one token come.
    STEP_TOKEN(Group.RUN, key(KeyCode.T), key(KeyCode.F7)),
    /// Ends the run.
    STOP(Group.RUN, key(KeyCode.X), key(KeyCode.F8)),
    /// Makes the next run slower.
    SLOWER(Group.SET_UP, key(KeyCode.COMMA)),
    /// Makes the next run faster.
    FASTER(Group.SET_UP, key(KeyCode.PERIOD)),
    /// Chooses or types a prompt.
    PROMPT(Group.SET_UP, key(KeyCode.P)),
    /// The next combine policy.
    POLICY(Group.SET_UP, key(KeyCode.C)),
    /// The next partition.
    PARTITION(Group.SET_UP, key(KeyCode.V)),
    /// A second run beside the first, or not.
    TWIN(Group.SET_UP, key(KeyCode.W)),
    /// Sets the lab up for the step of a lesson.
    LESSON_GO(Group.LESSONS, key(KeyCode.G)),
    /// The next step, done or not.
    LESSON_NEXT(Group.LESSONS, key(KeyCode.N)),
    /// The step before.
    LESSON_BACK(Group.LESSONS, key(KeyCode.B)),
    /// Opens a baseline.
    OPEN_BASELINE(Group.FILES, withShortcut(KeyCode.O)),
    /// Makes the present run the baseline.
    RECORD(Group.FILES, withShortcut(KeyCode.S)),
    /// Puts the set-up on the clipboard.
    COPY_SETUP(Group.FILES, withShift(KeyCode.C)),
    /// Takes the set-up from the clipboard.
    PASTE_SETUP(Group.FILES, withShift(KeyCode.V)),
    /// Writes a report.
    EXPORT(Group.FILES, withShortcut(KeyCode.E)),
    /// The first tab.
    TAB_1(Group.WINDOW, withShortcut(KeyCode.DIGIT1)),
    /// The second tab.
    TAB_2(Group.WINDOW, withShortcut(KeyCode.DIGIT2)),
    /// The third tab.
    TAB_3(Group.WINDOW, withShortcut(KeyCode.DIGIT3)),
    /// The fourth tab.
    TAB_4(Group.WINDOW, withShortcut(KeyCode.DIGIT4)),
    /// The fifth tab.
    TAB_5(Group.WINDOW, withShortcut(KeyCode.DIGIT5)),
    /// The sheet of settings.
    SETTINGS(Group.WINDOW, withShortcut(KeyCode.COMMA)),
    /// The next theme.
    THEME(Group.WINDOW, withShortcut(KeyCode.T)),
    /// Larger text.
    LARGER(Group.WINDOW, withShortcut(KeyCode.PLUS), withShortcut(KeyCode.EQUALS), withShortcut(KeyCode.ADD)),
    /// Smaller text.
    SMALLER(Group.WINDOW, withShortcut(KeyCode.MINUS), withShortcut(KeyCode.SUBTRACT)),
    /// Text of the usual size.
    USUAL_SIZE(Group.WINDOW, withShortcut(KeyCode.DIGIT0), withShortcut(KeyCode.NUMPAD0)),
    /// A presentation.
    PRESENT(Group.WINDOW, key(KeyCode.F5)),
    /// The whole screen, or not.
    FULL_SCREEN(Group.WINDOW, key(KeyCode.F11)),
    /// The sheet of shortcuts.
    HELP(Group.WINDOW, key(KeyCode.F1)),
    /// What the word nearest to the focus means, or all words.
    GLOSSARY(Group.WINDOW, new KeyCodeCombination(KeyCode.F1, SHIFT_DOWN)),
    /// Closes the window.
    QUIT(Group.WINDOW, withShortcut(KeyCode.Q));

    /// What belongs together on the sheet.
    public enum Group {
        /// The run.
        RUN,
        /// The next run.
        SET_UP,
        /// Lessons.
        LESSONS,
        /// Files.
        FILES,
        /// The window.
        WINDOW;

        /// What the sheet calls it.
        public String text() {
            return Texts.get("shortcuts.group." + name());
        }
    }

    private final Group group;
    private final List<KeyCodeCombination> keys;

    Shortcut(Group group, KeyCodeCombination... keys) {
        this.group = group;
        this.keys = List.of(keys);
    }

    private static KeyCodeCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCodeCombination withShortcut(KeyCode code) {
        // With or without Shift, since on many keyboards the plus needs it.
        return new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_ANY);
    }

    private static KeyCodeCombination withShift(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_DOWN);
    }

    /// The one that a key press stands for.
    public static Optional<Shortcut> of(KeyEvent event) {
        return Arrays.stream(values()).filter(s -> s.keys.stream().anyMatch(key -> key.match(event))).findFirst();
    }

    /// Where it stands on the sheet.
    public Group group() {
        return group;
    }

    /// What it does, in words.
    public String text() {
        return Texts.get("shortcuts." + name());
    }

    /// Its keys, in words: "Space or F5". Further keys for the same on other keyboards are left out.
    public String keys() {
        return keys.stream().map(Shortcut::name).distinct().limit(2)
                .collect(Collectors.joining(" " + Texts.get("shortcuts.or") + " "));
    }

    /// Its first key, for tooltips.
    public String firstKey() {
        return name(keys.getFirst());
    }

    /// Whether it is a key without Control, so that a text field must have it.
    public boolean plain() {
        return keys.stream().noneMatch(key -> key.getShortcut() == ModifierValue.DOWN);
    }

    private static String name(KeyCodeCombination key) {
        String named = switch (key.getCode()) {
            case SPACE -> Texts.get("shortcuts.key.space");
            case COMMA -> ",";
            case PERIOD -> ".";
            case PLUS, ADD, EQUALS -> "+";
            case MINUS, SUBTRACT -> "−";
            case NUMPAD0 -> "0";
            default -> key.getCode().getName().toUpperCase(Locale.ROOT);
        };
        String shifted = key.getShift() == ModifierValue.DOWN ? Texts.get("shortcuts.key.shift") + " " + named : named;
        return key.getShortcut() == ModifierValue.DOWN
                ? Texts.get("shortcuts.key.control") + " " + shifted : shifted;
    }
}
