package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import throttlelab.engine.UsageException;
import throttlelab.engine.words.Sentence;

/// The steps of a whole run, numbered as a federation numbers them that ran its prompts batch by batch: what turns a
/// line of an audit log back into prompts and tokens.
public final class RunSteps {

    private final int batch;
    private final int tokens;
    private final List<BatchSteps> batches = new ArrayList<>();

    /// The steps of one batch: first those that read the prompts, then as many for each further token.
    private record BatchSteps(long first, List<Step> prefill, List<Step> decode) {
    }

    /// One step of a run.
    ///
    /// @param batch which batch, from 0
    /// @param token index of the new token it leads to, from 0
    /// @param prefill whether it reads prompts
    /// @param prompts which prompts it reads, by their place in the run, ascending
    public record Place(int batch, int token, boolean prefill, int[] prompts) {
    }

    private RunSteps(int batch, int tokens) {
        this.batch = batch;
        this.tokens = tokens;
    }

    /// The steps of a run that was not stopped.
    ///
    /// @param prompts token ids of each prompt
    /// @param batch how many prompts ran together
    /// @param tokens how many tokens were generated after each
    /// @throws UsageException if one of the numbers is less than one
    public static RunSteps of(List<int[]> prompts, int batch, int tokens) {
        if (batch < 1 || tokens < 1) {
            throw new UsageException(Sentence.of("federation.a-run-has-at-least", batch, tokens));
        }
        RunSteps steps = new RunSteps(batch, tokens);
        long next = 0;
        for (int from = 0; from < prompts.size(); from += Math.min(batch, prompts.size() - from)) {
            List<int[]> together = prompts.subList(from, from + Math.min(batch, prompts.size() - from));
            // One further token stands for all: the rows of their steps are the same.
            Batch rows = new Batch(together, 2, Federation.MAX_ROWS);
            steps.batches.add(new BatchSteps(next, rows.prefill(next), rows.decode(next, 1)));
            next = steps.end(steps.batches.getLast());
        }
        return steps;
    }

    private long end(BatchSteps steps) {
        return steps.first + steps.prefill.size() + (tokens - 1L) * steps.decode.size();
    }

    /// How many steps there are.
    public long count() {
        return batches.isEmpty() ? 0 : end(batches.getLast());
    }

    /// The number of the first step of a batch; for the number of batches, that of all steps.
    public long first(int number) {
        return number == batches.size() ? count() : batches.get(number).first;
    }

    /// What the step with this number does.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public Place at(long step) {
        for (int number = 0; number < batches.size() && step >= 0; number++) {
            BatchSteps steps = batches.get(number);
            if (step < end(steps)) {
                return place(number, steps, step - steps.first);
            }
        }
        throw new IndexOutOfBoundsException("step " + step + " of " + count());
    }

    private Place place(int number, BatchSteps steps, long within) {
        boolean prefill = within < steps.prefill.size();
        long decoded = within - steps.prefill.size();
        Step step = prefill ? steps.prefill.get((int) within)
                : steps.decode.get((int) (decoded % steps.decode.size()));
        int[] prompts = Arrays.stream(step.rows().sequences()).distinct().map(sequence -> number * batch + sequence)
                .toArray();
        return new Place(number, prefill ? 0 : (int) (decoded / steps.decode.size()) + 1, prefill, prompts);
    }
}
