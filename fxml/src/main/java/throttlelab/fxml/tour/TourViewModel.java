package throttlelab.fxml.tour;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import throttlelab.fxml.lab.LabMemory;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// A tour of five steps. It is given once by itself, and again whenever somebody asks for it.
public final class TourViewModel {

    /// Where the step of a tour is while there is none.
    public static final int NONE = -1;

    private static final String KEY = "tour";
    private static final String SEEN = "seen";

    /// A step.
    ///
    /// @param name the end of the keys of its texts
    /// @param target the id of what it shows
    public record Step(String name, String target) {

        /// What it is called.
        public String title() {
            return Texts.get("tour." + name);
        }

        /// What it tells.
        public String text() {
            return Texts.get("tour." + name + ".text");
        }
    }

    private static final List<Step> STEPS = List.of(new Step("workers", "workers"), new Step("run", "transportRun"),
            new Step("barrier", "barrierPanel"), new Step("streams", "streams"), new Step("verdict", "verdict"));

    private final LabMemory memory;
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(NONE);

    /// Tours of a lab, which remembers whether there was one.
    public TourViewModel(LabViewModel lab) {
        this.memory = lab.memory();
    }

    /// Has a lab remember that nobody is to be led through it.
    public static void spare(LabViewModel lab) {
        lab.memory().kept().put(KEY, SEEN);
    }

    /// Begins if nobody has seen it yet.
    public void offer() {
        if (!memory.kept().containsKey(KEY)) {
            begin();
        }
    }

    /// Begins at the first step.
    public void begin() {
        memory.kept().put(KEY, SEEN);
        step.set(0);
    }

    /// The next step; after the last one the tour is over.
    public void next() {
        step.set(last() ? NONE : step.get() + 1);
    }

    /// The step before.
    public void back() {
        step.set(Math.max(0, step.get() - 1));
    }

    /// The tour is over.
    public void leave() {
        step.set(NONE);
    }

    /// Whether this is the last step.
    public boolean last() {
        return step.get() == STEPS.size() - 1;
    }

    /// The steps.
    public List<Step> steps() {
        return STEPS;
    }

    /// The number of the step, from 0; [#NONE] if there is no tour.
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }
}
