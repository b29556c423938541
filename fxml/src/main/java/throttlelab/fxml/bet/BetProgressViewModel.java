package throttlelab.fxml.bet;

import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.bet.BetProgress;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.fxml.texts.Texts;

/// How far a bet is, in a share and in words.
public final class BetProgressViewModel {

    private static final double MILLIS_PER_SECOND = 1e3;

    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper soFar = new ReadOnlyStringWrapper("");

    BetProgressViewModel() {
    }

    void began() {
        done.set(0);
        soFar.set("");
        text.set(Texts.get("bet.progress.preparing"));
    }

    void stopping() {
        text.set(Texts.get("bet.progress.stopping"));
    }

    void look(BetRunViewModel run, BetPhase phase) {
        if (run.warmingUp() && phase == BetPhase.RUNNING) {
            text.set(Texts.get("bet.progress.warmUp"));
        }
        run.progress().ifPresent(progress -> show(progress, phase));
    }

    private void show(BetProgress progress, BetPhase phase) {
        done.set(progress.tokensDone() / (double) progress.tokensTotal());
        if (phase == BetPhase.RUNNING) {
            text.set(Texts.get("bet.progress", progress.run(), progress.runIndex() + 1, progress.runs(),
                    progress.tokensDone(), progress.tokensTotal(), progress.left().map(BetProgressViewModel::left)
                            .orElse(Texts.get("bet.progress.unknown"))));
        }
        Totals totals = progress.soFar();
        soFar.set(progress.verdictSoFar() == Verdict.STRICT ? Texts.get("bet.soFar.equal", totals.comparisons())
                : Texts.get("bet.soFar.different", totals.comparisons(), totals.tokenDivergences(),
                        totals.logprobDivergences()));
    }

    private static String left(Duration duration) {
        long seconds = Math.round(duration.toMillis() / MILLIS_PER_SECOND);
        return seconds < 60 ? Texts.get("bet.progress.seconds", seconds)
                : Texts.get("bet.progress.minutes", seconds / 60, seconds % 60);
    }

    void ended(BetRunViewModel run) {
        soFar.set("");
        text.set(Texts.get(run.cancelled() ? "bet.progress.cancelled" : "bet.progress.ended",
                run.progress().map(BetProgress::tokensDone).orElse(0L),
                run.progress().map(BetProgress::tokensTotal).orElse(0L),
                Texts.number("%.1f", run.progress().map(each -> each.elapsed().toMillis()).orElse(0L)
                        / MILLIS_PER_SECOND)));
    }

    void failed(LabException failure) {
        text.set(failure.sentence().in(Texts.locale()));
    }

    /// The share of all tokens that have come, from 0 to 1.
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// How far the bet is, and how long it will still take.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// What the positions compared so far come to.
    public ReadOnlyStringProperty soFarProperty() {
        return soFar.getReadOnlyProperty();
    }
}
