package throttlelab.engine.words;

import java.text.ChoiceFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bundle in one language. It is read when something is first said in it.
///
/// As in [java.text.MessageFormat], `{0}` is a value and `{0,choice,1#layer|1<layers}` a word that depends on a number;
/// unlike there, an apostrophe is an apostrophe, and a number is written as Java writes it, without a language's points.
final class Words {

    private static final String BUNDLE = "throttlelab.engine.words.words";
    private static final String CHOICE = ",choice,";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,choice,[^}]*)?}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Map<Locale, Words> SPOKEN = new ConcurrentHashMap<>();

    private final Locale language;
    private final ResourceBundle bundle;

    private Words(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language);
    }

    static Words of(Locale language) {
        return SPOKEN.computeIfAbsent(language, Words::new);
    }

    /// @throws java.util.MissingResourceException if there is no such key, which is a defect
    String say(String key, List<Object> values) {
        return filled(bundle.getString(key), values);
    }

    /// The sentence that this is the English of; the one with the most words of its own, if it could be several.
    ///
    /// @param prefix how its key begins
    Optional<Sentence> recognised(String prefix, String english) {
        return bundle.keySet().stream().filter(key -> key.startsWith(prefix))
                .sorted(Comparator.comparingInt((String key) -> own(bundle.getString(key)).length()).reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(key -> matched(prefix, key, english)).flatMap(Optional::stream).findFirst();
    }

    private static String own(String text) {
        return PLACE.matcher(text).replaceAll("");
    }

    private Optional<Sentence> matched(String prefix, String key, String english) {
        String text = bundle.getString(key);
        List<Integer> places = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        for (Matcher place = PLACE.matcher(text); place.find(); at = place.end()) {
            boolean chosen = place.group(2) != null;
            pattern.append(Pattern.quote(text.substring(at, place.start()))).append(chosen ? "(?:.+?)" : "(.+?)");
            if (!chosen) {
                places.add(Integer.parseInt(place.group(1)));
            }
        }
        pattern.append(Pattern.quote(text.substring(at)));
        Matcher whole = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(english);
        if (own(text).isBlank() || !whole.matches()) {
            return Optional.empty();
        }
        Object[] values = new Object[places.stream().mapToInt(place -> place + 1).max().orElse(0)];
        for (int i = 0; i < places.size(); i++) {
            values[places.get(i)] = read(prefix, whole.group(i + 1));
        }
        Sentence read = Sentence.of(key, values);
        return said(read, english) ? Optional.of(read) : Optional.empty();
    }

    /// A value: a number, to be chosen by; a sentence again; or what it is.
    private Object read(String prefix, String value) {
        return NUMBER.matcher(value).matches() ? (Object) Long.valueOf(value) : Sentence.known(prefix, value);
    }

    private static boolean said(Sentence read, String english) {
        try {
            return read.english().equals(english);
        } catch (ClassCastException e) {
            // A word would be chosen by something that is no number.
            return false;
        }
    }

    private String filled(String text, List<Object> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0 || open + 1 == text.length() || !Character.isDigit(text.charAt(open + 1))) {
                // A brace that is a brace.
                int end = open < 0 ? text.length() : open + 1;
                filled.append(text, at, end);
                at = end;
            } else {
                int close = close(text, open);
                filled.append(text, at, open).append(value(text.substring(open + 1, close), values));
                at = close + 1;
            }
        }
        return filled.toString();
    }

    private static int close(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a place is not closed in: " + text);
    }

    private String value(String place, List<Object> values) {
        int choice = place.indexOf(CHOICE);
        if (choice < 0) {
            return said(values.get(Integer.parseInt(place)));
        }
        Number number = (Number) values.get(Integer.parseInt(place.substring(0, choice)));
        return filled(new ChoiceFormat(place.substring(choice + CHOICE.length())).format(number.doubleValue()), values);
    }

    private String said(Object value) {
        return value instanceof Sentence sentence ? sentence.in(language) : String.valueOf(value);
    }
}
