package throttlelab.engine.comparison.printed;

import java.util.List;
import java.util.stream.Collectors;

/// Short names for the answers to a prompt, by their places.
public final class Letters {

    private static final int LETTERS = 26;

    private Letters() {
    }

    /// `A` to `Z`, then numbers.
    public static String answer(int place) {
        return place < LETTERS ? String.valueOf((char) ('A' + place)) : String.valueOf(place + 1);
    }

    /// Some answers, the first ones of many by name.
    public static String answers(List<Integer> places) {
        return places.stream().limit(LETTERS).map(Letters::answer).collect(Collectors.joining(", "))
                + (places.size() > LETTERS ? " and " + (places.size() - LETTERS) + " more" : "");
    }
}
