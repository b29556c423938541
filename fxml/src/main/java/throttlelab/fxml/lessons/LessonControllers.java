package throttlelab.fxml.lessons;

import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;

/// Says how the controllers of lessons are made.
public final class LessonControllers {

    private LessonControllers() {
    }

    /// Adds the controllers of the tab and of the guide.
    ///
    /// @param dialogs asks for a folder
    public static Controllers add(Controllers controllers, LessonsViewModel lessons, Dialogs dialogs) {
        return controllers.add(LessonsController.class, () -> new LessonsController(lessons, dialogs))
                .add(GuideController.class, () -> new GuideController(lessons));
    }
}
