package throttlelab.engine.comparison.printed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import throttlelab.engine.UsageException;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.words.Sentence;

/// Sorts answers by the prompt that they answer.
final class Prompted {

    private static final String UNTOLD = "";

    private final Map<String, String> idsByText = new HashMap<>();

    private Prompted() {
    }

    /// @throws UsageException if it is not clear
    static Map<String, List<Answer>> groups(List<Answers> files, Pairing pairing) {
        return pairing.byLine() ? byLine(files) : new Prompted().told(files, pairing.promptId());
    }

    private static Map<String, List<Answer>> byLine(List<Answers> files) {
        Map<String, List<Answer>> groups = new LinkedHashMap<>();
        for (Answers file : files) {
            // A result of ours has the prompts once for each of its profiles.
            Map<String, Integer> lines = new HashMap<>();
            int next = 0;
            for (Answer answer : file.answers()) {
                int line = answer.promptId() == null ? next++
                        : lines.computeIfAbsent(answer.promptId(), id -> lines.size());
                groups.computeIfAbsent("line " + (line + 1), none -> new ArrayList<>()).add(answer);
            }
        }
        return groups;
    }

    private Map<String, List<Answer>> told(List<Answers> files, String only) {
        List<Answer> answers = files.stream().flatMap(file -> file.answers().stream()).toList();
        answers.stream().filter(answer -> answer.promptId() != null && answer.prompt() != null)
                .forEach(answer -> idsByText.putIfAbsent(answer.prompt(), answer.promptId()));
        Map<String, List<Answer>> groups = new LinkedHashMap<>();
        for (Answer answer : answers) {
            String key = key(answer);
            if (only == null || key.equals(UNTOLD) || key.equals(only)) {
                groups.computeIfAbsent(only != null ? only : key, none -> new ArrayList<>()).add(answer);
            }
        }
        if (only != null && answers.stream().map(this::key).allMatch(key -> !key.equals(only))) {
            throw new UsageException(Sentence.of("comparison.no-answer-is-to-a", only));
        }
        return joined(groups);
    }

    private String key(Answer answer) {
        if (answer.promptId() != null) {
            return answer.promptId();
        }
        return answer.prompt() == null ? UNTOLD : idsByText.getOrDefault(answer.prompt(), answer.prompt());
    }

    /// Answers that do not tell their prompt answer the only one that is told.
    private static Map<String, List<Answer>> joined(Map<String, List<Answer>> groups) {
        if (!groups.containsKey(UNTOLD) || groups.size() == 1) {
            return groups;
        }
        Set<String> told = groups.keySet().stream().filter(key -> !key.equals(UNTOLD)).collect(Collectors.toSet());
        if (told.size() > 1) {
            Answer untold = groups.get(UNTOLD).getFirst();
            throw new UsageException(Sentence.of("comparison.does-not-say-which-of", untold.name(), told.size()));
        }
        List<Answer> all = new ArrayList<>();
        groups.values().forEach(all::addAll);
        return Map.of(told.iterator().next(), all);
    }
}
