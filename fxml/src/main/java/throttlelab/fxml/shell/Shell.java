package throttlelab.fxml.shell;

import javafx.scene.Parent;
import throttlelab.fxml.barrier.BarrierController;
import throttlelab.fxml.barrier.BarrierViewModel;
import throttlelab.fxml.bet.BetControllers;
import throttlelab.fxml.bet.BetViewModel;
import throttlelab.fxml.compare.CompareControllers;
import throttlelab.fxml.compare.CompareViewModel;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.live.LiveController;
import throttlelab.fxml.loading.LoadingController;
import throttlelab.fxml.loading.LoadingViewModel;
import throttlelab.fxml.problem.ProblemController;
import throttlelab.fxml.problem.ProblemViewModel;
import throttlelab.fxml.prompt.PromptController;
import throttlelab.fxml.prompt.PromptViewModel;
import throttlelab.fxml.shortcuts.ShortcutsController;
import throttlelab.fxml.shortcuts.ShortcutsViewModel;
import throttlelab.fxml.streams.StreamsController;
import throttlelab.fxml.streams.StreamsViewModel;
import throttlelab.fxml.theme.Themes;
import throttlelab.fxml.timeline.TimelineController;
import throttlelab.fxml.timeline.TimelineViewModel;
import throttlelab.fxml.transport.TransportController;
import throttlelab.fxml.transport.TransportViewModel;
import throttlelab.fxml.verdict.VerdictController;
import throttlelab.fxml.verdict.VerdictViewModel;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.Fxml;
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
    /// @param clipboard takes what is copied
    /// @param load loads model, prompts and baseline into the lab, once more after a failure
    public static Parent load(LabViewModel lab, ProblemViewModel problems, Themes themes, Dialogs dialogs,
            TextClipboard clipboard, Runnable load) {
        return Fxml.load(ShellController.class, controllers(lab, problems, themes, dialogs, clipboard, load));
    }

    /// What knows how to make every controller of the window.
    static Controllers controllers(LabViewModel lab, ProblemViewModel problems, Themes themes, Dialogs dialogs,
            TextClipboard clipboard, Runnable load) {
        Sheets sheets = new Sheets();
        Controllers controllers = new Controllers();
        TransportViewModel transport = new TransportViewModel(lab);
        PromptViewModel prompts = new PromptViewModel(lab);
        SheetMaker promptSheet = new SheetMaker(PromptController.class, controllers, sheets);
        SheetMaker help = new SheetMaker(ShortcutsController.class, controllers, sheets);
        ShellActions actions = new ShellActions(new ShellViewModel(lab), transport, themes, sheets, dialogs,
                promptSheet, help);
        BetControllers.add(controllers, new BetViewModel(lab), dialogs);
        CompareControllers.add(controllers, new CompareViewModel(lab), dialogs, sheets);
        return controllers
                .add(ShellController.class, () -> new ShellController(actions, sheets, controllers))
                .add(PromptController.class, () -> new PromptController(prompts, sheets))
                .add(ShortcutsController.class, () -> new ShortcutsController(new ShortcutsViewModel(), sheets))
                .add(ProblemController.class, () -> new ProblemController(problems, sheets, clipboard))
                .add(LoadingController.class, () -> new LoadingController(new LoadingViewModel(lab, load)))
                .add(TransportController.class,
                        () -> new TransportController(transport, prompts, sheets, promptSheet))
                .add(LiveController.class, LiveController::new)
                .add(WorkersController.class, () -> new WorkersController(new WorkersViewModel(lab)))
                .add(BarrierController.class, () -> new BarrierController(new BarrierViewModel(lab)))
                .add(TimelineController.class, () -> new TimelineController(new TimelineViewModel(lab)))
                .add(StreamsController.class, () -> new StreamsController(new StreamsViewModel(lab)))
                .add(VerdictController.class, () -> new VerdictController(new VerdictViewModel(lab), dialogs));
    }
}
