package throttlelab.engine.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.comparison.LiveJudgement;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.WorkerTiming;

/// Something that a step promises, and how to see whether it has happened.
///
/// Each kind has a name in files, [#id()], and the values that a sentence about it needs, [#values()]. What can still
/// change while a run goes on counts only when it has ended.
public sealed interface Observation {

    /// What it goes by in files.
    String id();

    /// What a sentence about it says besides, in the order of the record.
    List<Object> values();

    /// Whether it has happened.
    boolean seen(Seen seen);

    /// Which of two runs side by side.
    enum Side {
        /// The run itself.
        FIRST,
        /// The one beside it.
        SECOND;

        private Optional<Sight> of(Seen seen) {
            return this == FIRST ? seen.first() : seen.second();
        }

        private boolean complete(Seen seen, Predicate<Sight> holds) {
            return of(seen).filter(Sight::complete).filter(holds).isPresent();
        }
    }

    /// The run came to its end, and the verdict on it is one of these.
    record VerdictIs(Side side, Set<Verdict> verdicts) implements Observation {

        /// @throws NullPointerException if the set is null or holds null
        public VerdictIs {
            verdicts = Set.copyOf(verdicts);
        }

        @Override
        public String id() {
            return "verdict";
        }

        @Override
        public List<Object> values() {
            return List.of(side, verdicts.stream().sorted().toList());
        }

        @Override
        public boolean seen(Seen seen) {
            return side.complete(seen, sight -> verdicts.contains(sight.judgement().verdict()));
        }
    }

    /// There was at least so much of something.
    record AtLeast(Count what, Side side, long least) implements Observation {

        @Override
        public String id() {
            return what.id();
        }

        @Override
        public List<Object> values() {
            return List.of(side, least);
        }

        @Override
        public boolean seen(Seen seen) {
            return side.of(seen).filter(sight -> what.in(sight) >= least).isPresent();
        }
    }

    /// The run came to its end, and every gate waited for all that its stage expects.
    record AllLocked(Side side) implements Observation {

        @Override
        public String id() {
            return "all_locked";
        }

        @Override
        public List<Object> values() {
            return List.of(side);
        }

        @Override
        public boolean seen(Seen seen) {
            return side.complete(seen, sight -> sight.stages() > 0 && sight.fullStages() == sight.stages());
        }
    }

    /// The run came to its end, and at least this share of all waiting was for one worker.
    record WaitedFor(Side side, int worker, double share) implements Observation {

        @Override
        public String id() {
            return "waited_for";
        }

        @Override
        public List<Object> values() {
            return List.of(side, worker, share);
        }

        @Override
        public boolean seen(Seen seen) {
            return side.complete(seen, sight -> {
                List<WorkerTiming> workers = sight.report().workers();
                long all = workers.stream().mapToLong(WorkerTiming::blameNanos).sum();
                return all > 0 && workers.get(worker).blameNanos() >= share * all;
            });
        }
    }

    /// The run came to its end, and one worker, or every one that was to be slowed, was measured to be so slow.
    ///
    /// @param worker which worker; −1 for every one whose factor was set above 1, of which there is at least one
    /// @param factor the least measured factor
    record Slowed(Side side, int worker, double factor) implements Observation {

        @Override
        public String id() {
            return worker < 0 ? "slowed_all" : "slowed";
        }

        @Override
        public List<Object> values() {
            return List.of(side, worker, factor);
        }

        @Override
        public boolean seen(Seen seen) {
            return side.complete(seen, sight -> {
                List<WorkerTiming> asked = sight.report().workers().stream()
                        .filter(timing -> worker < 0 ? LiveJudgement.throttled(timing) : timing.worker() == worker).toList();
                return !asked.isEmpty() && asked.stream().allMatch(timing -> timing.factorMeasured() >= factor);
            });
        }
    }

    /// The run came to its end, and its audit digest is that of the run of an earlier step.
    record SameAudit(Side side) implements Observation {

        @Override
        public String id() {
            return "same_audit";
        }

        @Override
        public List<Object> values() {
            return List.of(side);
        }

        @Override
        public boolean seen(Seen seen) {
            return side.complete(seen, sight -> seen.auditBefore().filter(sight.report().auditDigest()::equals)
                    .isPresent());
        }
    }

    /// Both runs came to their ends, and gave something else.
    record RunsDiffer() implements Observation {

        @Override
        public String id() {
            return "runs_differ";
        }

        @Override
        public List<Object> values() {
            return List.of();
        }

        @Override
        public boolean seen(Seen seen) {
            return seen.first().isPresent() && Side.SECOND.complete(seen, second -> seen.first().get().complete()
                    && differ(seen.first().get().stream().orElseThrow(), second.stream().orElseThrow()));
        }

        private static boolean differ(GeneratedStream one, GeneratedStream other) {
            return !Arrays.equals(one.tokens(), other.tokens())
                    || IntStream.range(0, one.logprobs().length).anyMatch(i -> Float.floatToIntBits(one.logprobs()[i])
                            != Float.floatToIntBits(other.logprobs()[i]));
        }
    }

    /// The run's audit log differs from that of a sound federation.
    record Parted() implements Observation {

        @Override
        public String id() {
            return "parted";
        }

        @Override
        public List<Object> values() {
            return List.of();
        }

        @Override
        public boolean seen(Seen seen) {
            return seen.evidence().filter(evidence -> evidence.stage().isPresent()).isPresent();
        }
    }

    /// The bet has ended with one of these verdicts.
    record BetVerdict(Set<Verdict> verdicts) implements Observation {

        /// @throws NullPointerException if the set is null or holds null
        public BetVerdict {
            verdicts = Set.copyOf(verdicts);
        }

        @Override
        public String id() {
            return "bet_verdict";
        }

        @Override
        public List<Object> values() {
            return List.of(verdicts.stream().sorted().toList());
        }

        @Override
        public boolean seen(Seen seen) {
            return seen.bet().map(BetResult::verdict).filter(verdicts::contains).isPresent();
        }
    }

    /// The bet has ended, and at least so many positions were compared.
    record BetCompared(long least) implements Observation {

        @Override
        public String id() {
            return "bet_compared";
        }

        @Override
        public List<Object> values() {
            return List.of(least);
        }

        @Override
        public boolean seen(Seen seen) {
            return seen.bet().filter(bet -> bet.judgement().totals().comparisons() >= least).isPresent();
        }
    }
}
