package throttlelab.engine.comparison.printed;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Ending;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedTokens;
import throttlelab.engine.recording.foreign.Scale;

/// How many different outputs answers to one prompt are, and where they part: a tree of their common beginnings.
///
/// @param unique groups of answers whose tokens are all the same, each by its answers' places among those compared
/// @param cutShort answers that were cut off while they were still the same as others: they are counted nowhere else
/// @param printings how many different rows of log-probabilities are printed for the same tokens, group by group; floats
///        of ours are not counted
/// @param partings where they part, by position
public record Outputs(List<List<Integer>> unique, List<Integer> cutShort, List<Integer> printings,
        List<Parting> partings) {

    /// @throws NullPointerException if a list is null or holds null
    public Outputs {
        unique = List.copyOf(unique);
        cutShort = List.copyOf(cutShort);
        printings = List.copyOf(printings);
        partings = List.copyOf(partings);
    }

    /// Answers that are the same up to a position.
    private record Bundle(int position, List<Integer> answers) {
    }

    static Outputs of(List<Answer> answers, TokenIdentity identity) {
        List<List<Integer>> unique = new ArrayList<>();
        List<Integer> cutShort = new ArrayList<>();
        List<Parting> partings = new ArrayList<>();
        Deque<Bundle> open = new ArrayDeque<>();
        open.add(new Bundle(0, IntStream.range(0, answers.size()).boxed().toList()));
        while (!open.isEmpty()) {
            Bundle bundle = together(open.removeLast(), answers, identity);
            Map<Object, List<Integer>> ways = ways(answers, identity, bundle);
            List<Integer> over = ways.getOrDefault(null, List.of());
            if (over.size() == bundle.answers().size()) {
                unique.add(over);
                continue;
            }
            List<Integer> stopped = over.stream().filter(i -> answers.get(i).ending() == Ending.STOPPED).toList();
            over.stream().filter(i -> answers.get(i).ending() != Ending.STOPPED).forEach(cutShort::add);
            ways.remove(null);
            if (!stopped.isEmpty()) {
                ways.put(null, stopped);
                unique.add(stopped);
            }
            if (ways.size() > 1) {
                partings.add(parting(answers, bundle.position(), ways));
            }
            ways.forEach((key, way) -> {
                if (key != null) {
                    open.add(new Bundle(bundle.position() + 1, way));
                }
            });
        }
        unique.sort(Comparator.comparing(List::getFirst));
        partings.sort(Comparator.comparingInt(Parting::position));
        return new Outputs(unique, cutShort.stream().sorted().toList(),
                unique.stream().map(group -> printings(answers, group)).toList(), partings);
    }

    /// The same answers where not all of them go on, or not all in the same way.
    private static Bundle together(Bundle bundle, List<Answer> answers, TokenIdentity identity) {
        int position = bundle.position();
        while (isShared(bundle.answers(), position, answers, identity)) {
            position++;
        }
        return new Bundle(position, bundle.answers());
    }

    private static boolean isShared(List<Integer> bundle, int position, List<Answer> answers, TokenIdentity identity) {
        Answer first = answers.get(bundle.getFirst());
        if (position >= first.length()) {
            return false;
        }
        Piece piece = first.tokens().piece(position);
        for (int i : bundle) {
            PrintedTokens others = answers.get(i).tokens();
            if (position >= others.size() || !identity.same(piece, others.piece(position))) {
                return false;
            }
        }
        return true;
    }

    /// The answers of a bundle by the token that follows; under null those that are at their end.
    private static Map<Object, List<Integer>> ways(List<Answer> answers, TokenIdentity identity, Bundle bundle) {
        Map<Object, List<Integer>> ways = new LinkedHashMap<>();
        for (int i : bundle.answers()) {
            Answer answer = answers.get(i);
            Object key = bundle.position() == answer.length() ? null
                    : identity.key(answer.tokens().piece(bundle.position()));
            ways.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
        }
        return ways;
    }

    private static Parting parting(List<Answer> answers, int position, Map<Object, List<Integer>> ways) {
        return new Parting(position, ways.entrySet().stream()
                .map(way -> new Branch(way.getKey() == null ? null
                        : answers.get(way.getValue().getFirst()).tokens().piece(position), way.getValue()))
                .toList());
    }

    /// Of log-probabilities, unless all print probabilities.
    private static int printings(List<Answer> answers, List<Integer> group) {
        List<Answer> same = group.stream().map(answers::get).toList();
        Scale scale = same.stream().anyMatch(answer -> answer.scale() == Scale.LOGPROB) ? Scale.LOGPROB
                : Scale.PROBABILITY;
        List<PrintedTokens> rows = same.stream().filter(answer -> answer.scale() == scale).map(Answer::tokens).toList();
        // What is printed with the same characters is the same number.
        return rows.stream().allMatch(row -> sameCharacters(rows.getFirst(), row)) ? Math.min(1, rows.size())
                : (int) rows.stream().map(row -> IntStream.range(0, row.size()).mapToObj(i -> number(row, i)).toList()).distinct()
                        .count();
    }

    private static boolean sameCharacters(PrintedTokens a, PrintedTokens b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.sameCharacters(i, b, i)) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal number(PrintedTokens row, int position) {
        return row.isPrinted(position) ? new BigDecimal(row.number(position)).stripTrailingZeros() : BigDecimal.ONE;
    }
}
