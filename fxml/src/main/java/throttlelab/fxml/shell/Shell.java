package throttlelab.fxml.shell;

import java.util.function.Consumer;
import javafx.scene.Parent;
import throttlelab.fxml.about.AboutController;
import throttlelab.fxml.about.AboutViewModel;
import throttlelab.fxml.barrier.BarrierController;
import throttlelab.fxml.barrier.BarrierViewModel;
import throttlelab.fxml.bet.BetControllers;
import throttlelab.fxml.bet.BetViewModel;
import throttlelab.fxml.compare.CompareControllers;
import throttlelab.fxml.compare.CompareViewModel;
import throttlelab.fxml.export.ExportController;
import throttlelab.fxml.export.ExportSource;
import throttlelab.fxml.export.ExportViewModel;
import throttlelab.fxml.export.PictureMenu;
import throttlelab.fxml.export.PictureViewModel;
import throttlelab.fxml.help.GlossaryController;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lessons.LessonControllers;
import throttlelab.fxml.lessons.LessonsViewModel;
import throttlelab.fxml.live.LiveController;
import throttlelab.fxml.loading.LoadingController;
import throttlelab.fxml.loading.LoadingViewModel;
import throttlelab.fxml.present.PresentController;
import throttlelab.fxml.present.PresentViewModel;
import throttlelab.fxml.problem.ProblemController;
import throttlelab.fxml.problem.ProblemViewModel;
import throttlelab.fxml.prompt.PromptController;
import throttlelab.fxml.prompt.PromptViewModel;
import throttlelab.fxml.proof.ProofControllers;
import throttlelab.fxml.proof.ProofViewModel;
import throttlelab.fxml.settings.SettingsController;
import throttlelab.fxml.settings.SettingsViewModel;
import throttlelab.fxml.shortcuts.ShortcutsController;
import throttlelab.fxml.shortcuts.ShortcutsViewModel;
import throttlelab.fxml.streams.StreamsController;
import throttlelab.fxml.streams.StreamsViewModel;
import throttlelab.fxml.theme.Themes;
import throttlelab.fxml.timeline.TimelineController;
import throttlelab.fxml.timeline.TimelineViewModel;
import throttlelab.fxml.tour.TourViewModel;
import throttlelab.fxml.transport.TransportController;
import throttlelab.fxml.transport.TransportViewModel;
import throttlelab.fxml.verdict.VerdictController;
import throttlelab.fxml.verdict.VerdictViewModel;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.Fxml;
import throttlelab.fxml.view.PictureClipboard;
import throttlelab.fxml.view.Sheets;
import throttlelab.fxml.view.TextClipboard;
import throttlelab.fxml.workers.WorkersController;
import throttlelab.fxml.workers.WorkersViewModel;

/// Puts the window's content together: every view with its view model, and the frame around them.
public final class Shell {

    private Shell() {
    }

    /// The content of a window.
    ///
    /// @param lab what all tabs share
    /// @param problems what went wrong
    /// @param themes theme and size of text
    /// @param dialogs asks for files
    /// @param clipboard takes texts that are copied
    /// @param pictures takes pictures that are copied
    /// @param load loads model, prompts and baseline into the lab, once more after a failure
    public static Parent load(LabViewModel lab, ProblemViewModel problems, Themes themes, Dialogs dialogs,
            TextClipboard clipboard, PictureClipboard pictures, Runnable load) {
        return Fxml.load(ShellController.class,
                controllers(lab, problems, themes, dialogs, clipboard, pictures, load));
    }

    /// What knows how to make every controller of the window.
    static Controllers controllers(LabViewModel lab, ProblemViewModel problems, Themes themes, Dialogs dialogs,
            TextClipboard clipboard, PictureClipboard pictures, Runnable load) {
        Sheets sheets = new Sheets();
        Controllers controllers = new Controllers();
        TransportViewModel transport = new TransportViewModel(lab);
        PresentViewModel present = new PresentViewModel(lab, transport);
        themes.presentingProperty().bind(present.presentingProperty());
        PromptViewModel prompts = new PromptViewModel(lab);
        SheetMaker promptSheet = new SheetMaker(PromptController.class, controllers, sheets);
        HelpActions help = new HelpActions(new TourViewModel(lab),
                new SheetMaker(ShortcutsController.class, controllers, sheets),
                new SheetMaker(GlossaryController.class, controllers, sheets),
                new SheetMaker(AboutController.class, controllers, sheets));
        SheetMaker settings = new SheetMaker(SettingsController.class, controllers, sheets);
        ProofViewModel proof = new ProofViewModel(lab);
        ExportViewModel exports = new ExportViewModel(lab, proof.matrix().resultProperty());
        SheetMaker exportSheet = new SheetMaker(ExportController.class, controllers, sheets);
        Consumer<ExportSource> export = source -> {
            exports.begin(source);
            exportSheet.run();
        };
        BetViewModel bet = new BetViewModel(lab);
        CompareViewModel compare = new CompareViewModel(lab);
        LessonsViewModel lessons = new LessonsViewModel(lab, bet, lab.memory().kept());
        ShellActions actions = new ShellActions(new ShellViewModel(lab), transport, present, themes, sheets, dialogs,
                promptSheet, help, settings, clipboard, tab -> export.accept(switch (tab) {
                    case LIVE, BET -> bet.reportProperty().get();
                    case COMPARE -> compare.reportProperty().get();
                    case PROOF, LESSONS -> null;
                }), compare::openBesideShipped, lessons);
        BetControllers.add(controllers, bet, dialogs, export);
        CompareControllers.add(controllers, compare, dialogs, sheets, export);
        LessonControllers.add(controllers, lessons, dialogs);
        ProofControllers.add(controllers, proof, dialogs, clipboard);
        return controllers
                .add(ShellController.class, () -> new ShellController(actions, sheets, controllers,
                        new PictureMenu(new PictureViewModel(lab), dialogs, pictures)))
                .add(ExportController.class, () -> new ExportController(exports, sheets, dialogs))
                .add(PromptController.class, () -> new PromptController(prompts, sheets))
                .add(ShortcutsController.class, () -> new ShortcutsController(new ShortcutsViewModel(), sheets))
                .add(GlossaryController.class, () -> new GlossaryController(sheets))
                .add(AboutController.class, () -> new AboutController(new AboutViewModel(lab), sheets, clipboard))
                .add(SettingsController.class, () -> new SettingsController(new SettingsViewModel(themes, lab), sheets))
                .add(ProblemController.class, () -> new ProblemController(problems, sheets, clipboard))
                .add(LoadingController.class, () -> new LoadingController(new LoadingViewModel(lab, load)))
                .add(TransportController.class,
                        () -> new TransportController(transport, prompts, sheets, promptSheet))
                .add(PresentController.class, () -> new PresentController(present))
                .add(LiveController.class, () -> new LiveController(present))
                .add(WorkersController.class, () -> new WorkersController(new WorkersViewModel(lab)))
                .add(BarrierController.class, () -> new BarrierController(new BarrierViewModel(lab)))
                .add(TimelineController.class, () -> new TimelineController(new TimelineViewModel(lab)))
                .add(StreamsController.class, () -> new StreamsController(new StreamsViewModel(lab)))
                .add(VerdictController.class, () -> new VerdictController(new VerdictViewModel(lab),
                        present.presentingProperty(), dialogs));
    }
}
