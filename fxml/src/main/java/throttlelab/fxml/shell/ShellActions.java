package throttlelab.fxml.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import throttlelab.fxml.lessons.LessonsViewModel;
import throttlelab.fxml.present.PresentViewModel;
import throttlelab.fxml.shortcuts.Shortcut;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.theme.Themes;
import throttlelab.fxml.transport.TransportViewModel;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.Sheets;
import throttlelab.fxml.view.TextClipboard;

/// What can be done from anywhere in the window, by a key or by a button of the frame.
///
/// @param shell what the frame tells
/// @param transport runs the lab
/// @param present leads through presentations
/// @param themes theme and size of text
/// @param sheets lie over the window
/// @param dialogs asks for files
/// @param choosePrompt shows the sheet on which a prompt is chosen
/// @param help helps a person
/// @param settings shows the sheet of settings
/// @param clipboard takes and gives set-ups
/// @param export shows the sheet from which a report is written on what a tab shows
/// @param compare compares a file with the baseline that comes with the lab
/// @param lessons the lessons
record ShellActions(ShellViewModel shell, TransportViewModel transport, PresentViewModel present,
        Themes themes, Sheets sheets, Dialogs dialogs,
        Runnable choosePrompt, HelpActions help, Runnable settings, TextClipboard clipboard, Consumer<Tab> export,
        Consumer<Path> compare, LessonsViewModel lessons) {

    /// What each shortcut does, but for those of tabs and of the window itself.
    Map<Shortcut, Runnable> byKey() {
        Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
        actions.put(Shortcut.RUN, transport::run);
        actions.put(Shortcut.STEP_STAGE, transport::stepStage);
        actions.put(Shortcut.STEP_TOKEN, transport::stepToken);
        actions.put(Shortcut.STOP, transport::stop);
        actions.put(Shortcut.SLOWER, () -> transport.tempo(-1));
        actions.put(Shortcut.FASTER, () -> transport.tempo(1));
        actions.put(Shortcut.PROMPT, choosePrompt);
        actions.put(Shortcut.POLICY, transport::nextPolicy);
        actions.put(Shortcut.PARTITION, transport::nextPartition);
        actions.put(Shortcut.TWIN, transport::switchTwin);
        actions.put(Shortcut.LESSON_GO, lessons::begin);
        actions.put(Shortcut.LESSON_NEXT, lessons::next);
        actions.put(Shortcut.LESSON_BACK, lessons::back);
        actions.put(Shortcut.OPEN_BASELINE, this::openBaseline);
        actions.put(Shortcut.RECORD, this::record);
        actions.put(Shortcut.COPY_SETUP, this::copySetup);
        actions.put(Shortcut.PASTE_SETUP, this::pasteSetup);
        actions.put(Shortcut.SETTINGS, settings);
        actions.put(Shortcut.THEME, this::nextTheme);
        actions.put(Shortcut.LARGER, () -> themes.zoom(1));
        actions.put(Shortcut.SMALLER, () -> themes.zoom(-1));
        actions.put(Shortcut.USUAL_SIZE, this::usualSize);
        actions.put(Shortcut.HELP, help.shortcuts());
        return actions;
    }

    void openBaseline() {
        if (shell.loadedProperty().get()) {
            dialogs.chooseOpen(Texts.get("shell.open.title"), FileType.RECORDING).ifPresent(shell::openBaseline);
        }
    }

    void record() {
        if (shell.recordable()) {
            dialogs.chooseSave(Texts.get("shell.record.title"), FileType.RECORDING, shell.proposedName())
                    .ifPresent(shell::record);
        }
    }

    void copySetup() {
        shell.setupLine().ifPresent(line -> {
            clipboard.put(line);
            shell.noticeProperty().set(Texts.get("shell.setup.copied"));
        });
    }

    void pasteSetup() {
        if (shell.takeSetup(clipboard.text().orElse(""))) {
            shell.noticeProperty().set(Texts.get("shell.setup.pasted"));
        }
    }

    void nextTheme() {
        themes.themeProperty().set(themes.themeProperty().get().next());
    }

    void usualSize() {
        themes.zoomProperty().set(Themes.USUAL);
    }
}
