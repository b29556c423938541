package throttlelab.fxml.proof;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.RunException;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// Runs one proof at a time on a thread of its own and looks at it with every pulse. It takes the whole lab, as a bet
/// does: both want all processors.
public final class ProofTaskViewModel {

    /// What a proof does.
    interface Work<T> {
        /// @throws InterruptedException if the lab is closed meanwhile
        T run(ProofGauge gauge) throws InterruptedException;
    }

    private static final long PATIENCE_MILLIS = 2_000;
    private static final double NANOS_PER_SECOND = 1e9;
    /// A share that tells how long the rest takes.
    private static final double TELLING_SHARE = 0.02;

    private final LabViewModel lab;
    private final String name;
    private final ReadOnlyObjectWrapper<ProofPhase> phase = new ReadOnlyObjectWrapper<>(ProofPhase.IDLE);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private Going<?> going;
    /// Whether it is this one that has taken the lab.
    private boolean taken;

    /// @param name of its thread, and of its texts: `proof.NAME.unit`
    ProofTaskViewModel(LabViewModel lab, String name) {
        this.lab = lab;
        this.name = name;
        lab.stateProperty().addListener((property, before, now) -> mayRun());
        lab.pulse().add(this::look);
        lab.closeWith(this::close);
        mayRun();
    }

    private void mayRun() {
        refusal.set(switch (lab.stateProperty().get()) {
            case LOADING -> Texts.get("proof.refused.loading");
            case FAILED -> Texts.get("proof.refused.failed");
            case PREPARING, RUNNING, PAUSED -> Texts.get("proof.refused.live");
            case BETTING -> taken ? "" : Texts.get("proof.refused.other");
            case READY -> "";
        });
    }

    /// Begins, if the lab is free.
    ///
    /// @param shown told what it came to, on the FX thread
    <T> void run(Work<T> work, Consumer<T> shown) {
        if (phase.get() != ProofPhase.IDLE || lab.stateProperty().get() != LabState.READY) {
            return;
        }
        taken = true;
        taken = lab.beginBet();
        if (!taken) {
            return;
        }
        share.set(0);
        text.set(Texts.get("proof.preparing"));
        phase.set(ProofPhase.RUNNING);
        Going<T> begun = new Going<>(work, shown);
        going = begun;
        begun.thread.start();
    }

    /// Ends it soon; what is complete is shown.
    public void cancel() {
        if (phase.get() == ProofPhase.RUNNING) {
            going.gauge.stop();
            phase.set(ProofPhase.STOPPING);
            text.set(Texts.get("proof.stopping"));
        }
    }

    private void look() {
        if (phase.get() == ProofPhase.IDLE) {
            return;
        }
        if (going.ended) {
            end();
            return;
        }
        ProofGauge gauge = going.gauge;
        if (gauge.total() > 0) {
            share.set(gauge.done() / (double) gauge.total());
            if (phase.get() == ProofPhase.RUNNING) {
                text.set(Texts.get("proof.progress", gauge.done(), gauge.total(), Texts.get("proof." + name + ".unit"),
                        left(gauge)));
            }
        }
    }

    private String left(ProofGauge gauge) {
        if (share.get() < TELLING_SHARE) {
            return Texts.get("proof.left.unknown");
        }
        long seconds = Math.round(gauge.nanos() / NANOS_PER_SECOND * (1 - share.get()) / share.get());
        return seconds < 60 ? Texts.get("proof.left.seconds", seconds)
                : Texts.get("proof.left.minutes", seconds / 60, seconds % 60);
    }

    private void end() {
        boolean cancelled = going.gauge.stopped();
        long done = going.gauge.done();
        text.set(Texts.get(cancelled ? "proof.cancelled" : "proof.ended", done, going.gauge.total(),
                Texts.get("proof." + name + ".unit")));
        if (!cancelled) {
            share.set(1);
        }
        phase.set(ProofPhase.IDLE);
        if (going.error != null) {
            text.set(going.error.sentence().in(Texts.locale()));
            lab.tell(going.error);
        } else {
            going.show();
        }
        lab.endBet();
        taken = false;
    }

    private void close() throws InterruptedException {
        if (going != null) {
            going.gauge.stop();
            going.thread.interrupt();
            going.thread.join(PATIENCE_MILLIS);
        }
    }

    /// How it stands.
    public ReadOnlyObjectProperty<ProofPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Why it cannot be run now; empty if it can, or goes on.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// The share that is done, from 0 to 1.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// How far it is, and how long it will still take.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// One run of it.
    private final class Going<T> {

        private final Work<T> work;
        private final Consumer<T> shown;
        private final ProofGauge gauge = new ProofGauge();
        private final Thread thread = Thread.ofPlatform().name("proof-" + name).daemon(true).unstarted(this::run);
        private volatile T result;
        private volatile LabException error;
        private volatile boolean ended;

        Going(Work<T> work, Consumer<T> shown) {
            this.work = work;
            this.shown = shown;
        }

        private void run() {
            try {
                result = work.run(gauge);
            } catch (LabException e) {
                error = e;
            } catch (InterruptedException e) {
                // The lab is being closed: nobody is left to be told.
            } catch (RuntimeException | Error e) {
                error = new RunException(Texts.get("proof.failure", e), e);
            } finally {
                ended = true;
            }
        }

        void show() {
            if (result != null) {
                shown.accept(result);
            }
        }
    }
}
