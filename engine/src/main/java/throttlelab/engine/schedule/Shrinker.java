package throttlelab.engine.schedule;

import java.util.ArrayList;
import java.util.List;

/// Finds the smallest slowdown that still fails: leaves out as many slowdowns as it can (delta debugging), then makes
/// each that is left as short as it can.
final class Shrinker {

    /// Whether a list of slowdowns still fails.
    interface Trial {
        boolean fails(List<Slowdown> slowdowns) throws InterruptedException;
    }

    private final Trial trial;
    private int trials;

    Shrinker(Trial trial) {
        this.trial = trial;
    }

    /// How many lists were tried.
    int trials() {
        return trials;
    }

    /// A list of which none can be left out, and none can be a nanosecond shorter.
    ///
    /// @param failing a list that fails
    List<Slowdown> shrink(List<Slowdown> failing) throws InterruptedException {
        List<Slowdown> current = fewest(failing);
        List<Slowdown> before;
        do {
            before = current;
            for (int i = 0; i < current.size(); i++) {
                current = shortest(current, i);
            }
        } while (current.size() > 1 && !current.equals(before));
        return current;
    }

    private boolean fails(List<Slowdown> slowdowns) throws InterruptedException {
        trials++;
        return trial.fails(slowdowns);
    }

    private List<Slowdown> fewest(List<Slowdown> failing) throws InterruptedException {
        List<Slowdown> current = failing;
        int parts = 2;
        while (current.size() > 1) {
            List<Slowdown> smaller = smaller(current, parts);
            if (smaller != null) {
                parts = smaller.size() * parts <= current.size() + parts ? 2 : Math.max(2, parts - 1);
                current = smaller;
            } else if (parts >= current.size()) {
                return current;
            } else {
                parts = Math.min(current.size(), 2 * parts);
            }
        }
        return current;
    }

    /// One of so many parts, or all but one of them, that still fails; or `null`.
    private List<Slowdown> smaller(List<Slowdown> list, int parts) throws InterruptedException {
        for (int part = 0; part < parts; part++) {
            List<Slowdown> alone = list.subList(begin(list, parts, part), begin(list, parts, part + 1));
            if (fails(alone)) {
                return List.copyOf(alone);
            }
        }
        for (int part = 0; part < parts && parts > 2; part++) {
            List<Slowdown> others = new ArrayList<>(list);
            others.subList(begin(list, parts, part), begin(list, parts, part + 1)).clear();
            if (fails(others)) {
                return others;
            }
        }
        return null;
    }

    private static int begin(List<Slowdown> list, int parts, int part) {
        return (int) ((long) list.size() * part / parts);
    }

    /// The list with its `i`-th as short as it can be: halves the time between what is too short and what is enough.
    private List<Slowdown> shortest(List<Slowdown> list, int i) throws InterruptedException {
        List<Slowdown> current = list;
        long tooShort = 0;
        long enough = list.get(i).nanos();
        while (enough - tooShort > 1) {
            long middle = tooShort + (enough - tooShort) / 2;
            List<Slowdown> changed = new ArrayList<>(current);
            changed.set(i, new Slowdown(list.get(i).stage(), list.get(i).worker(), middle));
            if (fails(changed)) {
                enough = middle;
                current = changed;
            } else {
                tooShort = middle;
            }
        }
        return current;
    }
}
