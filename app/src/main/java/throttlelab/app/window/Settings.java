package throttlelab.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.theme.ColorSet;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;

/// What the window remembers from one start to the next.
///
/// @param looks how it looks
/// @param place where it is
/// @param language of its texts
/// @param tempo milliseconds of nominal work a stage in the next run, 0 for full speed
/// @param stallAfter after how many seconds a stage that waits names who is missing; changed in the file only
/// @param restoring whether a start begins with the set-up with which the last one ended
/// @param recentFiles the files that were opened or written last, the newest first
/// @param kept what views keep, by their keys
record Settings(Looks looks, WindowPlace place, Language language, double tempo, double stallAfter, boolean restoring,
        List<Path> recentFiles, Map<String, String> kept) {

    /// Those of the first start.
    static final Settings FIRST = new Settings(new Looks(Theme.DARK, ColorSet.USUAL, Themes.USUAL, false),
            new WindowPlace(Optional.empty(), 1280, 800, false), Language.SYSTEM, SetupViewModel.FIRST_TEMPO,
            SetupViewModel.STALL_AFTER, false, List.of(), Map.of());

    Settings {
        recentFiles = List.copyOf(recentFiles);
        kept = Map.copyOf(kept);
    }

    Settings with(Looks other) {
        return new Settings(other, place, language, tempo, stallAfter, restoring, recentFiles, kept);
    }

    Settings with(Map<String, String> others) {
        return new Settings(looks, place, language, tempo, stallAfter, restoring, recentFiles, others);
    }

    Settings with(WindowPlace other) {
        return new Settings(looks, other, language, tempo, stallAfter, restoring, recentFiles, kept);
    }
}
