package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import throttlelab.engine.model.TokenRows;
import throttlelab.engine.numerics.Choice;

/// The sequences of one batch as they grow, and the steps that let them.
final class Batch {

    private final List<int[]> prompts;
    private final int[][] tokens;
    private final float[][] logprobs;
    private final float[][] margins;
    private final int[] grown;
    private final int maxRows;
    private final RowsBuilder rows;

    /// @param maxRows how many rows a step may have
    Batch(List<int[]> prompts, int tokens, int maxRows) {
        this.prompts = prompts;
        this.tokens = new int[prompts.size()][tokens];
        this.logprobs = new float[prompts.size()][tokens];
        this.margins = new float[prompts.size()][tokens];
        this.grown = new int[prompts.size()];
        this.maxRows = maxRows;
        this.rows = new RowsBuilder();
    }

    /// How many positions each sequence comes to: the last token is never read.
    int[] positions() {
        int[] positions = new int[prompts.size()];
        Arrays.setAll(positions, sequence -> prompts.get(sequence).length + tokens[sequence].length - 1);
        return positions;
    }

    /// The steps that read the prompts.
    ///
    /// @param firstStep number of the first
    List<Step> prefill(long firstStep) {
        List<Step> steps = new ArrayList<>();
        for (int sequence = 0; sequence < prompts.size(); sequence++) {
            int[] prompt = prompts.get(sequence);
            for (int position = 0; position < prompt.length; position++) {
                rows.add(sequence, position, prompt[position], position == prompt.length - 1);
                if (rows.count == maxRows) {
                    steps.add(rows.step(firstStep + steps.size(), 0));
                }
            }
        }
        if (rows.count > 0) {
            steps.add(rows.step(firstStep + steps.size(), 0));
        }
        return steps;
    }

    /// The steps that lead to the token with this index, from 1.
    List<Step> decode(long firstStep, int token) {
        List<Step> steps = new ArrayList<>();
        for (int sequence = 0; sequence < prompts.size(); sequence++) {
            rows.add(sequence, prompts.get(sequence).length + token - 1, tokens[sequence][token - 1], true);
            if (rows.count == maxRows) {
                steps.add(rows.step(firstStep + steps.size(), token));
            }
        }
        if (rows.count > 0) {
            steps.add(rows.step(firstStep + steps.size(), token));
        }
        return steps;
    }

    /// Takes in the choices of a step and tells the listener.
    void grow(Step step, List<Choice> choices, RunListener listener) {
        for (int i = 0; i < choices.size(); i++) {
            int sequence = step.rows().sequences()[step.headRows()[i]];
            int at = grown[sequence]++;
            Choice choice = choices.get(i);
            tokens[sequence][at] = choice.token();
            logprobs[sequence][at] = choice.logprob();
            margins[sequence][at] = choice.margin();
            listener.onToken(sequence, at, choice.token(), choice.logprob(), choice.margin());
        }
    }

    /// What has grown so far.
    List<GeneratedStream> streams() {
        List<GeneratedStream> streams = new ArrayList<>(prompts.size());
        for (int sequence = 0; sequence < prompts.size(); sequence++) {
            int count = grown[sequence];
            streams.add(new GeneratedStream(prompts.get(sequence).clone(), Arrays.copyOf(tokens[sequence], count),
                    Arrays.copyOf(logprobs[sequence], count), Arrays.copyOf(margins[sequence], count)));
        }
        return streams;
    }

    private final class RowsBuilder {
        private final int[] sequences = new int[maxRows];
        private final int[] positions = new int[maxRows];
        private final int[] ids = new int[maxRows];
        private final int[] heads = new int[maxRows];
        private int count;
        private int headCount;

        void add(int sequence, int position, int token, boolean head) {
            sequences[count] = sequence;
            positions[count] = position;
            ids[count] = token;
            if (head) {
                heads[headCount++] = count;
            }
            count++;
        }

        Step step(long number, int token) {
            Step step = new Step(number, token, new TokenRows(Arrays.copyOf(sequences, count),
                    Arrays.copyOf(positions, count), Arrays.copyOf(ids, count)), Arrays.copyOf(heads, headCount));
            count = 0;
            headCount = 0;
            return step;
        }
    }
}
