package throttlelab.fxml.compare;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import throttlelab.fxml.control.Choice;
import throttlelab.fxml.texts.Texts;

/// The positions of two recordings, on the map and in the list, and the one that is looked at.
public final class ComparePositionsViewModel {

    private static final CompareRows NO_ROWS = new CompareRows(new int[0], index -> null);

    private final ReadOnlyObjectWrapper<MapCells> cells = new ReadOnlyObjectWrapper<>(MapCells.NONE);
    private final ReadOnlyObjectWrapper<CompareRows> rows = new ReadOnlyObjectWrapper<>(NO_ROWS);
    private final ReadOnlyObjectWrapper<List<UlpBar>> bars = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<MarginLine>> margins = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper different = new ReadOnlyBooleanWrapper();
    private final StringProperty filter = new SimpleStringProperty(RowFilter.ALL.id());
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private ComparedPairViewModel pair;

    ComparePositionsViewModel() {
        filter.addListener((property, before, now) -> filter());
        selected.addListener((property, before, now) -> look());
    }

    /// What the list may be narrowed to.
    public List<Choice> filters() {
        return List.of(RowFilter.ALL.choice(), RowFilter.DIFFERENCES.choice(), RowFilter.LOGPROBS.choice());
    }

    /// Shows two recordings from their first difference on; `null` for none.
    void show(ComparedPairViewModel other) {
        pair = other;
        selected.set(-1);
        cells.set(pair == null ? MapCells.NONE : pair.cells());
        bars.set(pair == null ? List.of() : pair.bars());
        margins.set(pair == null ? List.of() : pair.margins());
        different.set(pair != null && pair.differences().length > 0);
        filter();
        next();
        look();
    }

    private void filter() {
        rows.set(pair == null ? NO_ROWS : new CompareRows(pair.indices(RowFilter.of(filter.get())), pair::row));
    }

    private void look() {
        if (pair == null) {
            place.set("");
            prompt.set("");
            return;
        }
        int count = pair.differences().length;
        int at = selected.get() < 0 ? 0 : pair.differencesUpTo(selected.get());
        boolean on = at > 0 && pair.differences()[at - 1] == selected.get();
        String all = ComparedPairViewModel.count(count);
        String missing = pair.onlyMissing() ? ".missing" : "";
        place.set(count == 0 ? Texts.get("compare.place.none")
                : on ? Texts.get("compare.place" + missing, ComparedPairViewModel.count(at), all)
                : Texts.get("compare.place.all" + missing, all));
        prompt.set(selected.get() < 0 ? "" : Texts.get("compare.prompt",
                pair.cells().prompts().get(pair.cells().prompt(selected.get())), pair.promptText(selected.get())));
        // What one looks at is in the list, even if it had to show more for that.
        if (selected.get() >= 0 && rows.get().row(selected.get()) < 0) {
            filter.set(RowFilter.ALL.id());
        }
    }

    /// Goes to the next difference, after the last one to the first.
    public void next() {
        if (different.get()) {
            int count = pair.differencesUpTo(selected.get());
            selected.set(pair.differences()[count % pair.differences().length]);
        }
    }

    /// Goes to the difference before, before the first one to the last.
    public void previous() {
        if (different.get()) {
            int all = pair.differences().length;
            int count = selected.get() < 0 ? 0 : pair.differencesUpTo(selected.get() - 1);
            selected.set(pair.differences()[(count + all - 1) % all]);
        }
    }

    /// All positions as marks.
    public ReadOnlyObjectProperty<MapCells> cellsProperty() {
        return cells.getReadOnlyProperty();
    }

    /// The lines of the list.
    public ReadOnlyObjectProperty<CompareRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// How far apart they are.
    public ReadOnlyObjectProperty<List<UlpBar>> barsProperty() {
        return bars.getReadOnlyProperty();
    }

    /// How near A was to other tokens.
    public ReadOnlyObjectProperty<List<MarginLine>> marginsProperty() {
        return margins.getReadOnlyProperty();
    }

    /// Which difference is looked at, and how many there are.
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The prompt of the position that is looked at.
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /// Whether there is a difference to go to.
    public ReadOnlyBooleanProperty differentProperty() {
        return different.getReadOnlyProperty();
    }

    /// What the list is narrowed to, by the id of a choice.
    public StringProperty filterProperty() {
        return filter;
    }

    /// The index of the position that is looked at; −1 for none.
    public IntegerProperty selectedProperty() {
        return selected;
    }
}
