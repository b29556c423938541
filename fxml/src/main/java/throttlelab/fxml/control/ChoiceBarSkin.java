package throttlelab.fxml.control;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.SkinBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SegmentedButton;

/// Shows a [ChoiceBar] as buttons or as a list.
final class ChoiceBarSkin extends SkinBase<ChoiceBar> {

    private final SegmentedButton buttons = new SegmentedButton();
    private final ComboBox<Choice> list = new ComboBox<>();

    ChoiceBarSkin(ChoiceBar bar) {
        super(bar);
        list.setCellFactory(view -> new HelpfulCell());
        list.accessibleTextProperty().bind(bar.accessibleTextProperty());
        list.tooltipProperty().bind(bar.tooltipProperty());
        list.setMaxWidth(Double.MAX_VALUE);
        list.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                bar.setValue(now.id());
            }
        });
        buttons.getToggleGroup().selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                show();
            } else {
                bar.setValue((String) now.getUserData());
            }
        });
        registerListChangeListener(bar.getChoices(), change -> fill());
        registerChangeListener(bar.valueProperty(), change -> show());
        registerChangeListener(bar.compactProperty(), change -> arrange());
        registerChangeListener(bar.idProperty(), change -> fill());
        fill();
        arrange();
    }

    private void arrange() {
        getChildren().setAll(List.of(getSkinnable().isCompact() ? list : buttons));
    }

    private void fill() {
        ChoiceBar bar = getSkinnable();
        list.setId(bar.getId() + "List");
        list.getItems().setAll(bar.getChoices());
        buttons.getButtons().setAll(bar.getChoices().stream().map(this::button).toList());
        show();
    }

    private ToggleButton button(Choice choice) {
        ToggleButton button = new ToggleButton(choice.text());
        button.setId(getSkinnable().getId() + camel(choice.id()));
        button.setUserData(choice.id());
        button.setTooltip(new Tooltip(choice.help()));
        button.setAccessibleText(choice.text());
        button.setAccessibleHelp(choice.help());
        return button;
    }

    private void show() {
        String value = getSkinnable().getValue();
        list.setValue(list.getItems().stream().filter(choice -> choice.id().equals(value)).findFirst().orElse(null));
        buttons.getButtons().forEach(button -> button.setSelected(button.getUserData().equals(value)));
    }

    private static String camel(String id) {
        StringBuilder camel = new StringBuilder();
        for (String word : id.split("-")) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }

    /// A row with the sentence about it as its tooltip.
    private static final class HelpfulCell extends ListCell<Choice> {

        private final Tooltip help = new Tooltip();

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : choice.text());
            if (empty || choice == null) {
                setTooltip(null);
            } else {
                help.setText(choice.help());
                setTooltip(help);
            }
        }
    }
}
