package throttlelab.fxml.prompt;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.texts.Texts;

/// The choice of a prompt: a text narrows the list down, and can itself become the prompt.
public final class PromptViewModel {

    private static final int SHOWN = 60;

    private final LabViewModel lab;
    private final StringProperty text = new SimpleStringProperty("");
    private final FilteredList<PromptItem> found;
    private final ObservableStringValue countText;
    private final ObservableStringValue promptText;
    private final BooleanProperty usable = new SimpleBooleanProperty();

    /// The choice for a lab.
    public PromptViewModel(LabViewModel lab) {
        this.lab = lab;
        found = new FilteredList<>(lab.setup().prompts());
        text.addListener((property, before, now) -> {
            narrow(now);
            lab.memory().typingProperty().set(now);
        });
        usable.bind(Bindings.createBooleanBinding(() -> !text.get().isBlank(), text));
        countText = Bindings.createStringBinding(
                () -> Texts.get("prompt.count", found.size(), lab.setup().prompts().size()), found,
                lab.setup().prompts());
        promptText = Bindings.createStringBinding(() -> shown(lab.setup().promptProperty().get()),
                lab.setup().promptProperty());
    }

    private void narrow(String wanted) {
        String lower = wanted.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(item -> item.toString().toLowerCase(Locale.ROOT).contains(lower));
    }

    private static String shown(PromptItem item) {
        if (item == null) {
            return "";
        }
        String start = item.text().length() <= SHOWN ? item.text() : item.text().substring(0, SHOWN - 1) + "…";
        return (item.typed() ? Texts.get("prompt.typed") : item.id()) + "  " + start;
    }

    /// Begins anew: with what was left unfinished when the lab ended, else with the text of the typed prompt if it is in
    /// force, else with the whole list.
    public void begin() {
        PromptItem item = prompt();
        String unfinished = lab.memory().unfinishedProperty().get();
        lab.memory().unfinishedProperty().set("");
        text.set(!unfinished.isEmpty() ? unfinished : item != null && item.typed() ? item.text() : "");
    }

    /// Ends, whatever came of it.
    public void end() {
        lab.memory().typingProperty().set("");
    }

    /// Takes one of the list.
    public void choose(PromptItem item) {
        if (item != null) {
            lab.setup().promptProperty().set(item);
        }
    }

    /// Takes the typed text as it stands; its baseline is made when it is run.
    public void useText() {
        if (usable.get()) {
            lab.setup().promptProperty().set(new PromptItem(PromptItem.TYPED, text.get()));
        }
    }

    /// What was typed.
    public StringProperty textProperty() {
        return text;
    }

    /// The prompts that contain what was typed.
    public ObservableList<PromptItem> found() {
        return found;
    }

    /// How many there are, in words.
    public ObservableStringValue countTextProperty() {
        return countText;
    }

    /// Whether what was typed can be a prompt.
    public ReadOnlyBooleanProperty usableProperty() {
        return usable;
    }

    /// The prompt of the next run, in short.
    public ObservableStringValue promptTextProperty() {
        return promptText;
    }

    /// The prompt of the next run.
    public PromptItem prompt() {
        return lab.setup().promptProperty().get();
    }
}
