package throttlelab.fxml.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import throttlelab.fxml.control.EmBox;
import throttlelab.fxml.control.SheetPane;
import throttlelab.fxml.export.PictureMenu;
import throttlelab.fxml.lessons.GuideController;
import throttlelab.fxml.loading.LoadingController;
import throttlelab.fxml.present.PresentController;
import throttlelab.fxml.present.PresentViewModel;
import throttlelab.fxml.problem.ProblemController;
import throttlelab.fxml.shortcuts.Shortcut;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.tour.TourPane;
import throttlelab.fxml.tour.TourViewModel;
import throttlelab.fxml.transport.RunAction;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;
import throttlelab.fxml.view.Sheets;

/// The window's frame.
final class ShellController {

    /// From which width on there is room for the model's chip, for the title and the baseline's chip, and for all the rest;
    /// what is left out can be read or done elsewhere.
    private static final double MODEL_EMS = 88;
    private static final double TITLE_EMS = 60;
    private static final double ALL_EMS = 50;
    private static final Set<Shortcut.Group> LIVE = EnumSet.of(Shortcut.Group.RUN, Shortcut.Group.SET_UP);
    /// How long a message stays that nobody closes, where nothing is run.
    private static final Duration TOLD = Duration.seconds(60);
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final ShellActions actions;
    private final Sheets sheets;
    private final Controllers controllers;
    private final PictureMenu pictures;
    private final ToggleGroup tabs = new ToggleGroup();
    private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
    private final Map<Tab, Node> views = new EnumMap<>(Tab.class);

    @FXML
    private SheetPane shell;
    @FXML
    private VBox shellTop;
    @FXML
    private EmBox shellHeader;
    @FXML
    private Region shellMark;
    @FXML
    private Label shellTitle;
    @FXML
    private HBox shellTabs;
    @FXML
    private Label shellModel;
    @FXML
    private Button shellBaseline;
    @FXML
    private Button shellZoom;
    @FXML
    private Button shellTheme;
    @FXML
    private Button shellHelp;
    @FXML
    private MenuButton shellMenu;
    @FXML
    private HBox shellNotice;
    @FXML
    private Label shellNoticeText;
    @FXML
    private StackPane shellGuide;
    @FXML
    private StackPane shellContent;
    @FXML
    private StackPane shellDrop;
    @FXML
    private TourPane shellTour;

    ShellController(ShellActions actions, Sheets sheets, Controllers controllers, PictureMenu pictures) {
        this.actions = actions;
        this.sheets = sheets;
        this.controllers = controllers;
        this.pictures = pictures;
    }

    @FXML
    private void initialize() {
        shell.setSheets(sheets);
        makeTabs();
        bindHeader();
        bindNotice();
        bindPresentation();
        shellTour.setTour(actions.help().tour());
        new ShellMenu(shellMenu).fill(actions, actions.shell().recentFiles(), this::compare,
                actions.shell()::openBaseline);
        bindLessons();
        new BaselineDrop(actions.shell(), shell, shellDrop).listen();
        pictures.listen(shellContent);
        shell.sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                new ShortcutKeys(keys(now), sheets).listen(now);
            }
        });
        actions.shell().loadedProperty().addListener((property, before, now) -> show());
        show();
        // Shows itself as a sheet when there is something to tell.
        Fxml.load(ProblemController.class, controllers);
    }

    private void makeTabs() {
        for (Tab tab : Tab.values()) {
            ToggleButton button = new ToggleButton(Texts.get("shell.tab." + tab.id()));
            button.setId("shellTab" + tab.id());
            button.setUserData(tab);
            button.setToggleGroup(tabs);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(Texts.get("shell.tab." + tab.id()));
            button.setTooltip(new Tooltip(Texts.get("shell.tab." + tab.id() + ".tip")));
            button.getStyleClass().add("shell-tab");
            buttons.put(tab, button);
            shellTabs.getChildren().add(button);
        }
        buttons.get(Tab.LIVE).setSelected(true);
        tabs.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                show();
            }
        });
    }

    private void bindHeader() {
        shellModel.textProperty().bind(actions.shell().modelTextProperty());
        shellModel.visibleProperty().bind(actions.shell().loadedProperty()
                .and(shellHeader.emsProperty().greaterThan(MODEL_EMS)));
        shellModel.managedProperty().bind(shellModel.visibleProperty());
        shellTitle.visibleProperty().bind(shellHeader.emsProperty().greaterThan(TITLE_EMS));
        shellTitle.managedProperty().bind(shellTitle.visibleProperty());
        shellBaseline.textProperty().bind(actions.shell().baselineTextProperty());
        shellBaseline.visibleProperty().bind(actions.shell().loadedProperty()
                .and(shellHeader.emsProperty().greaterThan(TITLE_EMS)));
        shellBaseline.managedProperty().bind(shellBaseline.visibleProperty());
        var all = shellHeader.emsProperty().greaterThan(ALL_EMS);
        List.of(shellMark, shellZoom, shellTheme).forEach(each -> {
            each.visibleProperty().bind(all);
            each.managedProperty().bind(all);
        });
        all.subscribe(wide -> shellHeader.pseudoClassStateChanged(NARROW, !wide));
        shellBaseline.getTooltip().textProperty().bind(actions.shell().baselineHelpProperty());
        shellBaseline.accessibleTextProperty().bind(shellBaseline.textProperty());
        actions.shell().baselineMissingProperty().addListener((property, before, now) ->
                shellBaseline.pseudoClassStateChanged(MISSING, now));
        shellBaseline.pseudoClassStateChanged(MISSING, actions.shell().baselineMissingProperty().get());
        shellZoom.textProperty().bind(Bindings.createStringBinding(
                () -> Texts.get("shell.zoom", actions.themes().zoomProperty().get()), actions.themes().zoomProperty()));
        shellTheme.accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> Texts.get("shell.theme." + actions.themes().themeProperty().get().id()),
                actions.themes().themeProperty()));
        shellTheme.getTooltip().textProperty().bind(shellTheme.accessibleTextProperty());
    }

    /// In a presentation its line takes the header's place; another tab ends it.
    private void bindPresentation() {
        PresentViewModel present = actions.present();
        present.presentingProperty().addListener((property, before, now) -> {
            shellHeader.setVisible(!now);
            shellHeader.setManaged(!now);
            if (now) {
                buttons.get(Tab.LIVE).setSelected(true);
                shellTop.getChildren().addFirst(Fxml.load(PresentController.class, controllers));
                shell.requestFocus();
            } else {
                shellTop.getChildren().removeFirst();
            }
            guide();
        });
        tabs.selectedToggleProperty().addListener((property, before, now) -> {
            if (now != buttons.get(Tab.LIVE)) {
                present.leave();
            }
        });
        TourViewModel tour = actions.help().tour();
        shell.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && shellTour.isVisible() && !sheets.open()) {
                tour.leave();
                event.consume();
            } else if (present.presentingProperty().get() && !sheets.open()) {
                clicked(event, present);
            }
        });
    }

    /// A clicker has these keys; nobody else is to have them in a presentation.
    private static void clicked(KeyEvent event, PresentViewModel present) {
        Runnable action = switch (event.getCode()) {
            case PAGE_DOWN -> present::next;
            case PAGE_UP -> present::back;
            case ESCAPE -> present::leave;
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private void bindNotice() {
        shellNoticeText.textProperty().bind(actions.shell().noticeProperty());
        shellNotice.accessibleTextProperty().bind(actions.shell().noticeProperty());
        shellNotice.visibleProperty().bind(actions.shell().noticeProperty().isNotEmpty());
        shellNotice.managedProperty().bind(shellNotice.visibleProperty());
        PauseTransition told = new PauseTransition(TOLD);
        told.setOnFinished(event -> closeNotice());
        actions.shell().noticeProperty().addListener((property, before, now) -> told.playFromStart());
        actions.transport().actionProperty().addListener((property, before, now) -> {
            if (now == RunAction.PAUSE) {
                closeNotice();
            }
        });
    }

    private void compare(Path file) {
        buttons.get(Tab.COMPARE).setSelected(true);
        actions.compare().accept(file);
    }

    private Map<Shortcut, Runnable> keys(Scene scene) {
        Map<Shortcut, Runnable> keys = actions.byKey();
        // What runs the lab, and how, belongs to the tab on which that is seen.
        keys.replaceAll((shortcut, action) -> LIVE.contains(shortcut.group()) ? () -> on(Tab.LIVE, action)
                : shortcut.group() == Shortcut.Group.LESSONS ? () -> on(Tab.LESSONS, action) : action);
        keys.put(Shortcut.TAB_1, () -> select(0));
        keys.put(Shortcut.TAB_2, () -> select(1));
        keys.put(Shortcut.TAB_3, () -> select(2));
        keys.put(Shortcut.TAB_4, () -> select(3));
        keys.put(Shortcut.TAB_5, () -> select(4));
        keys.put(Shortcut.EXPORT, () -> actions.export().accept((Tab) tabs.getSelectedToggle().getUserData()));
        keys.put(Shortcut.GLOSSARY, () -> actions.help().explain(scene));
        keys.put(Shortcut.PRESENT, actions.present()::beginOrRun);
        keys.put(Shortcut.FULL_SCREEN, () -> {
            if (scene.getWindow() instanceof Stage stage) {
                stage.setFullScreenExitHint("");
                stage.setFullScreen(!stage.isFullScreen());
            }
        });
        keys.put(Shortcut.QUIT, () -> scene.getWindow()
                .fireEvent(new WindowEvent(scene.getWindow(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        return keys;
    }

    private void on(Tab tab, Runnable action) {
        if (tabs.getSelectedToggle().getUserData() == tab) {
            action.run();
        }
    }

    private void bindLessons() {
        actions.lessons().roomProperty().addListener((property, before, now) -> {
            if (now != null) {
                buttons.get(switch (now) {
                    case LESSONS -> Tab.LESSONS;
                    case LIVE -> Tab.LIVE;
                    case BET -> Tab.BET;
                }).setSelected(true);
            }
        });
        actions.lessons().guidingProperty().addListener((property, before, now) -> guide());
    }

    /// Above the tabs in which a lesson goes on; not above its own page, and not in a presentation.
    private void guide() {
        Tab tab = (Tab) tabs.getSelectedToggle().getUserData();
        boolean wanted = actions.lessons().guidingProperty().get() && (tab == Tab.LIVE || tab == Tab.BET)
                && !actions.present().presentingProperty().get();
        if (wanted && shellGuide.getChildren().isEmpty()) {
            shellGuide.getChildren().setAll(Fxml.load(GuideController.class, controllers));
        }
        shellGuide.setVisible(wanted);
        shellGuide.setManaged(wanted);
    }

    private void select(int number) {
        if (number < Tab.values().length) {
            buttons.get(Tab.values()[number]).setSelected(true);
        }
    }

    /// Shows the view of the chosen tab, which is made when it is first wanted; before anything is loaded, the loading.
    private void show() {
        boolean opened = actions.shell().takeOpened().map(file -> {
            compare(file);
            return file;
        }).isPresent();
        guide();
        boolean loaded = actions.shell().loadedProperty().get();
        shellTabs.setDisable(!loaded);
        if (!loaded) {
            shellContent.getChildren().setAll(Fxml.load(LoadingController.class, controllers));
            // While the model is read there is time to make what will be seen next.
            Platform.runLater(() -> view(Tab.LIVE));
            return;
        }
        Node view = view((Tab) tabs.getSelectedToggle().getUserData());
        if (!shellContent.getChildren().contains(view) || shellContent.getChildren().size() > 1) {
            shellContent.getChildren().setAll(view);
        }
        if (!opened && tabs.getSelectedToggle().getUserData() == Tab.LIVE) {
            actions.help().tour().offer();
        }
    }

    private Node view(Tab tab) {
        return views.computeIfAbsent(tab, wanted -> Fxml.load(wanted.controller(), controllers));
    }

    @FXML
    private void openBaseline() {
        actions.openBaseline();
    }

    @FXML
    private void closeNotice() {
        actions.shell().noticeProperty().set("");
    }

    @FXML
    private void smaller() {
        actions.themes().zoom(-1);
    }

    @FXML
    private void usualSize() {
        actions.usualSize();
    }

    @FXML
    private void larger() {
        actions.themes().zoom(1);
    }

    @FXML
    private void nextTheme() {
        actions.nextTheme();
    }

    @FXML
    private void help() {
        actions.help().shortcuts().run();
    }
}
