package throttlelab.fxml.workers;

import java.util.Arrays;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.StageTrace;

/// What the workers of a run are doing, sampled from its stages. Workers take their stages in order; so each is at the
/// oldest one that it has not delivered, which under a policy that does not wait may lie behind the newest.
final class ActivityViewModel {

    private final Activity[] activities;
    private final int[] next;
    private LiveRun run;
    private int waitedFor = -1;

    ActivityViewModel(int workers) {
        activities = new Activity[workers];
        next = new int[workers];
    }

    /// Looks at a run that goes on.
    void look(LiveRun now) {
        if (now != run) {
            run = now;
            Arrays.fill(next, 0);
        }
        RunTrace trace = run.trace();
        int size = trace.size();
        for (int worker = 0; worker < activities.length; worker++) {
            activities[worker] = activity(trace, size, worker);
        }
        waitedFor = size == 0 ? -1 : waitedFor(trace.stage(size - 1));
    }

    private Activity activity(RunTrace trace, int size, int worker) {
        int slot = -1;
        while (next[worker] < size) {
            StageTrace stage = trace.stage(next[worker]);
            slot = slot(stage, worker);
            if (slot >= 0 && stage.deliveredAt(slot) == 0) {
                return switch (stage.state(slot)) {
                    case WAITING -> Activity.WAITING;
                    case COMPUTING -> Activity.COMPUTING;
                    case DELAYED -> Activity.DELAYED;
                    case DEAD -> Activity.DEAD;
                    case LOCKED, LATE, REFUSED -> Activity.DELIVERED;
                };
            }
            next[worker]++;
        }
        boolean hadNewest = size > 0 && slot(trace.stage(size - 1), worker) >= 0;
        return hadNewest ? Activity.DELIVERED : Activity.WAITING;
    }

    /// The one worker whose contribution a gate is still closed for, or −1.
    private static int waitedFor(StageTrace stage) {
        if (stage.openedAt() != 0 || stage.required() < stage.slots()) {
            return -1;
        }
        int missing = -1;
        for (int slot = 0; slot < stage.slots(); slot++) {
            if (stage.deliveredAt(slot) == 0) {
                if (missing >= 0) {
                    return -1;
                }
                missing = slot;
            }
        }
        return missing < 0 ? -1 : stage.worker(missing);
    }

    private static int slot(StageTrace stage, int worker) {
        for (int slot = 0; slot < stage.slots(); slot++) {
            if (stage.worker(slot) == worker) {
                return slot;
            }
        }
        return -1;
    }

    Activity of(int worker) {
        return activities[worker];
    }

    boolean waitedFor(int worker) {
        return waitedFor == worker;
    }
}
