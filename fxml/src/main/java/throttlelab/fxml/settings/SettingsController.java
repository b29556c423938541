package throttlelab.fxml.settings;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import throttlelab.fxml.control.Choice;
import throttlelab.fxml.control.ChoiceBar;
import throttlelab.fxml.control.Paging;
import throttlelab.fxml.control.Palette;
import throttlelab.fxml.control.WorkerSymbol;
import throttlelab.fxml.view.Sheets;

/// The sheet of settings.
public final class SettingsController {

    private final SettingsViewModel settings;
    private final Sheets sheets;

    @FXML
    private VBox settingsSheet;
    @FXML
    private ScrollPane settingsScroll;
    @FXML
    private ChoiceBar settingsTheme;
    @FXML
    private ChoiceBar settingsColors;
    @FXML
    private HBox settingsWorkers;
    @FXML
    private ToggleSwitch settingsMotion;
    @FXML
    private ChoiceBar settingsLanguage;
    @FXML
    private Label settingsLanguageNote;
    @FXML
    private ToggleSwitch settingsRestoring;

    /// A sheet that closes itself in `sheets`.
    public SettingsController(SettingsViewModel settings, Sheets sheets) {
        this.settings = settings;
        this.sheets = sheets;
    }

    @FXML
    private void initialize() {
        bind(settingsTheme, settings.themes(), settings.themeProperty());
        bind(settingsColors, settings.colors(), settings.colorsProperty());
        bind(settingsLanguage, settings.languages(), settings.languageProperty());
        for (int worker = 0; worker < Palette.WORKERS; worker++) {
            settingsWorkers.getChildren().add(worker, new WorkerSymbol(worker));
        }
        settingsMotion.selectedProperty().bindBidirectional(settings.reducedMotionProperty());
        settingsRestoring.selectedProperty().bindBidirectional(settings.restoringProperty());
        settingsLanguageNote.textProperty().bind(settings.languageNoteProperty());
        settingsLanguageNote.visibleProperty().bind(settings.languageNoteProperty().isNotEmpty());
        settingsLanguageNote.managedProperty().bind(settingsLanguageNote.visibleProperty());
        Paging.listen(settingsSheet, settingsScroll);
    }

    private static void bind(ChoiceBar bar, List<Choice> choices, StringProperty value) {
        bar.getChoices().setAll(choices);
        bar.valueProperty().bindBidirectional(value);
    }

    @FXML
    private void close() {
        sheets.close(settingsSheet);
    }
}
