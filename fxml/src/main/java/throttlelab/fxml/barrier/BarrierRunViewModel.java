package throttlelab.fxml.barrier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Partition;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.StageTrace;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.throttle.Throttle;
import throttlelab.fxml.barrier.ShownStageViewModel.Mode;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.StageTitle;
import throttlelab.fxml.texts.Texts;

/// One run as a barrier shows it: the stage to be shown, at the moment of the look.
final class BarrierRunViewModel {

    /// Whether time goes on for a run.
    enum Going {

        /// It does.
        ON,

        /// The run is held between two stages.
        HELD,

        /// The run has ended.
        ENDED
    }

    /// Where slots are a sample, the mark in the strip still goes with the run; below this pace it, too, would only
    /// flicker.
    private static final long FASTEST_MARK = 20_000_000;

    private final RunTrace trace;
    private final FederationSettings settings;
    private final ModelConfig config;
    private final int tokens;
    private final boolean pipeline;
    private final BarrierCombining combining;
    private final ShownStageViewModel shown;
    private final FallenViewModel fallen;
    private final BarrierSlotsViewModel slots;
    private final List<String> owns;
    private final long patience;
    private BarrierStage stage = BarrierStage.NONE;
    private StageTitle mark;
    private String text;

    /// @param patience for how long a stage waits before those are named who could come and do not, in nanoseconds
    BarrierRunViewModel(RunTrace trace, FederationSettings settings, ModelConfig config, int tokens, Throttle throttle,
            long patience) {
        // What a stage may take is no stall.
        this.patience = patience + settings.tempo().stageNanos();
        this.trace = trace;
        this.settings = settings;
        this.config = config;
        this.tokens = tokens;
        this.pipeline = settings.partition() == PartitionKind.PIPELINE;
        this.combining = combining(settings.policy());
        this.shown = new ShownStageViewModel(trace, settings.tempo().stageNanos(), pipeline ? 1 : settings.workers());
        this.fallen = combining == BarrierCombining.EARLY ? new FallenViewModel(trace, settings.workers()) : null;
        this.slots = new BarrierSlotsViewModel(trace, settings.tempo().stageNanos(), throttle);
        this.owns = pipeline ? owns() : List.of();
    }

    private static BarrierCombining combining(CombinePolicy policy) {
        return switch (policy) {
            case CONTENT_ADDRESSED -> BarrierCombining.SLOT_ORDER;
            case ARRIVAL_ORDER -> BarrierCombining.ARRIVAL_ORDER;
            case MAJORITY, FIRST_RESPONSE -> BarrierCombining.EARLY;
        };
    }

    private List<String> owns() {
        Partition partition = Partition.of(settings.partition(), settings.workers(), config);
        return IntStream.range(0, settings.workers()).mapToObj(worker -> {
            List<Integer> layers = IntStream.range(0, config.layers())
                    .filter(layer -> partition.slots(StageKind.ATTENTION, layer).getFirst().worker() == worker)
                    .mapToObj(layer -> layer + 1).toList();
            return layers.isEmpty() ? "" : Texts.get(layers.size() == 1 ? "barrier.owns.one" : "barrier.owns.some",
                    layers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }).toList();
    }

    /// What a barrier shows.
    ///
    /// @param selected the past stage that a person looks back at, or [LabViewModel#NOW]
    /// @param now the time by the federation's clock; stands still after the end
    BarrierSnapshot look(int selected, Going going, long now) {
        shown.look(going != Going.ON, now);
        boolean past = selected >= 0 && selected < trace.size();
        int number = past ? selected : shown.shown();
        if (number < 0) {
            return BarrierSnapshot.empty(settings.workers());
        }
        StageTrace looked = trace.stage(number);
        boolean sampled = !past && shown.mode() != Mode.LIVE && going == Going.ON;
        // What falls while a sample is held is counted with the next one.
        if (fallen != null && !(sampled && stage.number() == number)) {
            fallen.look();
        }
        if (stage.number() != number) {
            stage = stageOf(number, looked.stage());
            slots.show(looked);
        }
        boolean ahead = sampled && shown.pace() >= FASTEST_MARK;
        StageTrace marked = ahead ? trace.stage(trace.size() - 1) : looked;
        mark(marked.stage());
        long moment = past || going == Going.ENDED ? now : shown.moment(now);
        BarrierGate gate = gate(looked, moment);
        BarrierWait wait = wait(looked, gate, going, number, moment);
        return new BarrierSnapshot(stage, text, mark.place(), past, sampled ? shown.sampled() : 1,
                sampled ? shown.slowed() : 1, shown.mode() == Mode.SAMPLE, gate, wait, slots(looked, past, moment),
                walk(marked));
    }

    private BarrierWait wait(StageTrace looked, BarrierGate gate, Going going, int number, long moment) {
        if (going == Going.ENDED && !gate.open()) {
            return BarrierWait.NONE;
        }
        boolean last = number == trace.size() - 1 && looked.stage().token() == tokens - 1
                && title(looked.stage()).place() == (pipeline ? 2 * config.layers() - 1 : 2 * config.layers());
        List<Integer> dead = going == Going.ON && last && gate.open() ? trace.dead() : List.of();
        return dead.isEmpty() ? BarrierWaitViewModel.of(looked, gate, moment, patience)
                : BarrierWait.missing(BarrierWait.Kind.AT_END, dead, 0);
    }

    private BarrierStage stageOf(int number, StageId id) {
        StageTitle title = title(id);
        int layers = 2 * config.layers();
        return new BarrierStage(number, title.next(!pipeline), title.head(),
                pipeline ? layers : layers + 1, layers);
    }

    private StageTitle title(StageId id) {
        return new StageTitle(id.token(), tokens, id.layer(), config.layers(), id.kind().id());
    }

    private void mark(StageId id) {
        StageTitle next = title(id);
        if (!next.equals(mark)) {
            mark = next;
            text = next.text();
        }
    }

    private BarrierGate gate(StageTrace looked, long moment) {
        int arrived = 0;
        for (int slot = 0; slot < looked.slots(); slot++) {
            arrived += looked.arrival(slot) != 0 && looked.deliveredAt(slot) <= moment ? 1 : 0;
        }
        // The gate's opening may be told before the last arrival is.
        boolean open = looked.openedAt() != 0 && looked.openedAt() <= moment;
        return new BarrierGate(combining, looked.slots(), looked.required(),
                open ? Math.max(arrived, looked.required()) : arrived, open);
    }

    private List<BarrierSlot> slots(StageTrace looked, boolean past, long moment) {
        long from = past ? looked.began() : shown.from();
        List<BarrierSlot> list = new ArrayList<>(looked.slots());
        for (int slot = 0; slot < looked.slots(); slot++) {
            list.add(slots.slot(slot, from, moment, past || fallen == null ? 0 : fallen.of(slot)));
        }
        return list;
    }

    private BarrierWalk walk(StageTrace marked) {
        return pipeline ? new BarrierWalk(Texts.get("barrier.walk", marked.stage().token() + 1), owns, marked.worker(0))
                : null;
    }
}
