package throttlelab.fxml.shortcuts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import throttlelab.fxml.texts.Texts;

/// What stands on the sheet of shortcuts.
public final class ShortcutsViewModel {

    /// Keys that work only where the focus is.
    private static final List<String> LOCAL = List.of("tab", "space", "slider", "timeline", "streams", "board",
            "page", "present", "compare", "picture", "escape");

    /// A line of the sheet.
    ///
    /// @param keys what to press
    /// @param text what it does
    public record Line(String keys, String text) {
    }

    /// A part of the sheet.
    ///
    /// @param title its title
    /// @param lines its lines
    public record Part(String title, List<Line> lines) {
    }

    /// The parts of the sheet, in order.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Shortcut.Group group : Shortcut.Group.values()) {
            parts.add(new Part(group.text(), Arrays.stream(Shortcut.values()).filter(s -> s.group() == group)
                    .map(s -> new Line(s.keys(), s.text())).toList()));
        }
        parts.add(new Part(Texts.get("shortcuts.group.LOCAL"), LOCAL.stream()
                .map(key -> new Line(Texts.get("shortcuts.local." + key + ".keys"),
                        Texts.get("shortcuts.local." + key))).toList()));
        return parts;
    }
}
