package throttlelab.fxml.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.SetupViewModel;

/// The workers, the factors in force, and what the run shows of both.
public final class WorkersViewModel {

    /// The largest slowdown of a slider.
    public static final double LARGEST = 20;

    /// Times are read so often that they seem to move, and so seldom that they can be read.
    private static final long READ_NANOS = 500_000_000;

    private final LabViewModel lab;
    private final List<ReadOnlyObjectWrapper<WorkerState>> states = new ArrayList<>();
    private final ObservableList<Device> devices = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper throttled = new ReadOnlyBooleanWrapper();
    private final ActivityViewModel activity;
    private final double[] set;
    private final double[] measured;
    private final long[] blame;
    private int[] shares;
    private LiveRun seen;
    private long read;

    /// Workers of a lab.
    public WorkersViewModel(LabViewModel lab) {
        this.lab = lab;
        int workers = lab.setup().workers();
        activity = new ActivityViewModel(workers);
        set = new double[workers];
        measured = new double[workers];
        blame = new long[workers];
        shares = new int[workers];
        for (int worker = 0; worker < workers; worker++) {
            states.add(new ReadOnlyObjectWrapper<>(WorkerState.NEW));
            devices.add(worker < 3 ? Device.DESKTOP : worker < 6 ? Device.LAPTOP : Device.PHONE);
        }
        lab.pulse().add(() -> look(false));
        Stream.of(lab.stateProperty(), lab.setup().profileProperty())
                .forEach(property -> property.addListener((observable, before, now) -> look(true)));
        look(true);
    }

    /// Samples the run.
    ///
    /// @param now whether times are read even if they were read a moment ago
    private void look(boolean now) {
        LiveRun run = lab.run().orElse(null);
        boolean active = run != null && lab.stateProperty().get().active();
        long time = System.nanoTime();
        boolean due = now || run != seen || time - read >= READ_NANOS;
        if (due) {
            read = time;
            times(run);
        }
        List<Integer> dead = active ? run.trace().dead() : List.of();
        // Where somebody is dead nothing goes by too fast for eyes.
        boolean followed = active && (run.setup().settings().tempo().slowMotion() || !dead.isEmpty());
        if (followed) {
            activity.look(run);
        }
        long elapsed = active && run.trace().size() > 0 ? time - run.trace().stage(0).began() : 0;
        for (int worker = 0; worker < states.size(); worker++) {
            Activity present = followed ? activity.of(worker) : active ? Activity.UNSTOPPED : Activity.IDLE;
            show(worker, dead.contains(worker) ? Activity.DEAD : present, followed && activity.waitedFor(worker), elapsed);
        }
        throttled.set(lab.setup().profileProperty().get().equals(SetupViewModel.CUSTOM_PROFILE)
                || lab.setup().throttle().profile() != Profiles.NONE);
        seen = run;
    }

    private void times(LiveRun run) {
        FederationReport report = run == null ? null : run.report();
        for (int worker = 0; worker < set.length; worker++) {
            WorkerTiming timing = report == null ? null : report.workers().get(worker);
            boolean worked = timing != null && timing.computeNanos() > 0;
            set[worker] = worked ? timing.factorSet() : Double.NaN;
            measured[worker] = worked ? timing.factorMeasured() : Double.NaN;
            blame[worker] = timing == null ? 0 : timing.blameNanos();
        }
        shares = Shares.percent(blame);
    }

    private void show(int worker, Activity present, boolean waitedFor, long elapsed) {
        Throttle throttle = lab.setup().throttle();
        WorkerState before = states.get(worker).get();
        WorkerState state = new WorkerState(throttle.factor(worker, elapsed),
                throttle.follows(worker) && throttle.profile().changing(),
                present, waitedFor, set[worker], measured[worker], shares[worker]);
        if (!state.equals(before)) {
            states.get(worker).set(state);
        }
    }

    /// Gives a worker its own factor, at once; one that a slider cannot show is brought to the nearest that it can.
    public void slow(int worker, double factor) {
        lab.setup().slow(worker, Math.clamp(Math.round(factor * 10) / 10.0, 1, LARGEST));
        look(false);
    }

    /// Kills a worker of the run that goes on, or revives it if it is dead; nothing happens where no run goes on.
    public void switchLife(int worker) {
        if (states.get(worker).get().activity() == Activity.DEAD) {
            lab.runs().revive(worker);
        } else {
            lab.runs().kill(worker);
        }
        look(false);
    }

    /// Takes a throttle profile for all workers, at once.
    ///
    /// @param id its name
    public void apply(String id) {
        lab.setup().apply(Profiles.of(id));
        look(false);
    }

    /// Brings all workers back to full speed.
    public void reset() {
        lab.setup().apply(Profiles.NONE);
        look(false);
    }

    /// Renames a worker; a blank name is not taken.
    ///
    /// @return whether it was taken
    public boolean rename(int worker, String name) {
        boolean taken = !name.isBlank();
        if (taken) {
            lab.workerNames().set(worker, name.strip());
        }
        return taken;
    }

    /// How many workers there are.
    public int count() {
        return states.size();
    }

    /// What a row shows.
    public ReadOnlyObjectProperty<WorkerState> stateProperty(int worker) {
        return states.get(worker).getReadOnlyProperty();
    }

    /// The workers' names, by number.
    public ObservableList<String> names() {
        return lab.workerNames();
    }

    /// The workers' kinds of machine, by number; may be changed.
    public ObservableList<Device> devices() {
        return devices;
    }

    /// The name of the throttle profile in force, "custom" once a slider was moved.
    public ReadOnlyStringProperty profileProperty() {
        return lab.setup().profileProperty();
    }

    /// Whether there is anything to reset.
    public ReadOnlyBooleanProperty throttledProperty() {
        return throttled.getReadOnlyProperty();
    }
}
