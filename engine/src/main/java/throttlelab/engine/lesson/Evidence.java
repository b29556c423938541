package throttlelab.engine.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import throttlelab.engine.federation.StageId;

/// How a run's audit log differs from that of a sound federation with the same work: the first stage that differs, all of
/// its lines, and what is odd about them. It says what is to be seen, not what is wrong.
///
/// @param stage the first stage that differs; nothing if none does
/// @param expected how many contributions that stage expects
/// @param arrived how many different ones had arrived when its gate opened
/// @param lines its lines as they stand in the log
/// @param clues what is odd about them, stage first, then slots in order
public record Evidence(Optional<StageId> stage, int expected, int arrived, List<Line> lines, List<Clue> clues) {

    private static final int DIGITS = 8;

    /// A line of the log, beside what should stand there.
    ///
    /// @param slot the slot
    /// @param worker its worker
    /// @param address the first digits of the address that locked it
    /// @param expectedAddress those of the one that it expects
    /// @param checksum the checksum
    /// @param expectedChecksum that of a sound federation
    /// @param fits whether the checksum fits the numbers
    public record Line(int slot, int worker, String address, String expectedAddress, String checksum,
            String expectedChecksum, boolean fits) {
    }

    /// @throws NullPointerException if a list is null or holds null
    public Evidence {
        lines = List.copyOf(lines);
        clues = List.copyOf(clues);
    }

    /// @param seen the run in question
    /// @param sound the same work of a sound federation
    /// @param arrivals tells how many different contributions had arrived at a stage's gate, by the stage's number
    static Evidence of(Inspection seen, Inspection sound, IntUnaryOperator arrivals) {
        int stages = Math.min(seen.stages().size(), sound.stages().size());
        for (int number = 0; number < stages; number++) {
            if (!seen.stages().get(number).same(sound.stages().get(number))) {
                return new Comparison(seen, sound, number).evidence(arrivals.applyAsInt(number));
            }
        }
        return new Evidence(Optional.empty(), 0, 0, List.of(), List.of());
    }

    /// Two logs at the first stage that differs.
    private static final class Comparison {

        private final Inspection seen;
        private final int number;
        private final Inspection.Stage stage;
        private final List<Inspection.Line> expected;
        private final List<Clue> clues = new ArrayList<>();

        Comparison(Inspection seen, Inspection sound, int number) {
            this.seen = seen;
            this.number = number;
            this.stage = seen.stages().get(number);
            this.expected = sound.stages().get(number).lines();
        }

        Evidence evidence(int arrived) {
            if (arrived < expected.size()) {
                clues.add(new Clue(Clue.Kind.GATE_INCOMPLETE, -1, arrived));
            }
            if (reordered()) {
                clues.add(new Clue(Clue.Kind.OTHER_ORDER, -1, -1));
            }
            for (Inspection.Line line : expected) {
                missing(line);
            }
            Set<Integer> slots = new HashSet<>();
            List<Line> lines = new ArrayList<>();
            for (Inspection.Line line : stage.lines()) {
                lines.add(line(line));
                if (slots.add(line.slot())) {
                    odd(line, expected.get(line.slot()));
                } else {
                    clues.add(new Clue(Clue.Kind.LINE_TWICE, line.slot(), -1));
                }
            }
            for (Inspection.Line line : expected) {
                if (seen.hasRefused(line.address())) {
                    clues.add(new Clue(Clue.Kind.EXPECTED_REFUSED, line.slot(), -1));
                }
            }
            return new Evidence(Optional.of(stage.id()), expected.size(), arrived, lines, clues);
        }

        private Line line(Inspection.Line line) {
            Inspection.Line sound = expected.get(line.slot());
            HexFormat hex = HexFormat.of();
            return new Line(line.slot(), line.worker(), line.address().prefix(DIGITS), sound.address().prefix(DIGITS),
                    hex.toHexDigits(line.checksum()), hex.toHexDigits(sound.checksum()), line.fits());
        }

        private boolean reordered() {
            return stage.lines().stream().mapToInt(Inspection.Line::slot).distinct().count() == expected.size()
                    && stage.lines().stream().allMatch(line -> line.same(expected.get(line.slot())));
        }

        private void missing(Inspection.Line line) {
            if (stage.lines().stream().noneMatch(there -> there.slot() == line.slot())) {
                clues.add(new Clue(Clue.Kind.LINE_MISSING, line.slot(), -1));
            }
        }

        private void odd(Inspection.Line line, Inspection.Line sound) {
            if (!line.address().equals(sound.address())) {
                clues.add(address(line));
            } else if (line.checksum() != sound.checksum()) {
                clues.add(new Clue(Clue.Kind.CHECKSUM_DIFFERS, line.slot(), -1));
                if (earlierToken(line.slot()).filter(before -> before.numbers() == line.numbers()).isPresent()) {
                    clues.add(new Clue(Clue.Kind.EARLIER_TOKEN_NUMBERS, line.slot(), -1));
                }
            }
            if (!line.fits()) {
                clues.add(new Clue(Clue.Kind.CHECKSUM_UNFIT, line.slot(), -1));
            }
        }

        private Clue address(Inspection.Line line) {
            for (Inspection.Line other : expected) {
                if (other.address().equals(line.address())) {
                    return new Clue(Clue.Kind.OTHER_SLOT_ADDRESS, line.slot(), other.slot());
                }
            }
            for (Inspection.Stage before : seen.stages().subList(0, number)) {
                if (before.lines().stream().anyMatch(there -> there.address().equals(line.address()))) {
                    return before.id().token() == stage.id().token()
                            ? new Clue(Clue.Kind.OTHER_LAYER_ADDRESS, line.slot(), before.id().layer())
                            : new Clue(Clue.Kind.EARLIER_TOKEN_ADDRESS, line.slot(), -1);
                }
            }
            return new Clue(Clue.Kind.UNKNOWN_ADDRESS, line.slot(), -1);
        }

        /// What the same slot held at the same stage of the token before.
        private Optional<Inspection.Line> earlierToken(int slot) {
            return seen.stages().subList(0, number).stream()
                    .filter(before -> before.id().token() == stage.id().token() - 1
                            && before.id().layer() == stage.id().layer() && before.id().kind() == stage.id().kind())
                    .flatMap(before -> before.lines().stream()).filter(line -> line.slot() == slot)
                    .reduce((earlier, later) -> later);
        }
    }
}
