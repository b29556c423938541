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
    /// What its sentences look like, by the beginnings of their keys, once somebody has asked: the window asks for whole
    /// tables of them.
    private final Map<String, List<Form>> forms = new ConcurrentHashMap<>();

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
        return forms.computeIfAbsent(prefix, this::forms).stream().map(form -> form.matched(prefix, english))
                .flatMap(Optional::stream).findFirst();
    }

    /// Those with the most words of their own first.
    private List<Form> forms(String prefix) {
        return bundle.keySet().stream().filter(key -> key.startsWith(prefix)).map(key -> Form.of(key, bundle.getString(key)))
                .filter(form -> form.own() > 0)
                .sorted(Comparator.comparingInt(Form::own).reversed().thenComparing(Form::key)).toList();
    }

    /// What a sentence looks like, whatever is filled in.
    ///
    /// @param own how many letters it has that are not filled in; 0 if they are all blank
    /// @param whole matches it
    /// @param places which value each group of `whole` is
    private record Form(String key, int own, Pattern whole, List<Integer> places) {

        static Form of(String key, String text) {
            List<Integer> places = new ArrayList<>();
            StringBuilder pattern = new StringBuilder();
            StringBuilder own = new StringBuilder();
            int at = 0;
            for (Matcher place = PLACE.matcher(text); place.find(); at = place.end()) {
                boolean chosen = place.group(2) != null;
                own.append(text, at, place.start());
                pattern.append(Pattern.quote(text.substring(at, place.start()))).append(chosen ? "(?:.+?)" : "(.+?)");
                if (!chosen) {
                    places.add(Integer.parseInt(place.group(1)));
                }
            }
            own.append(text.substring(at));
            pattern.append(Pattern.quote(text.substring(at)));
            return new Form(key, own.toString().isBlank() ? 0 : own.length(),
                    Pattern.compile(pattern.toString(), Pattern.DOTALL), places);
        }

        Optional<Sentence> matched(String prefix, String english) {
            Matcher matcher = whole.matcher(english);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Object[] values = new Object[places.stream().mapToInt(place -> place + 1).max().orElse(0)];
            for (int i = 0; i < places.size(); i++) {
                values[places.get(i)] = read(prefix, matcher.group(i + 1));
            }
            Sentence read = Sentence.of(key, values);
            return said(read, english) ? Optional.of(read) : Optional.empty();
        }

        /// A value: a number, to be chosen by; a sentence again; or what it is.
        private static Object read(String prefix, String value) {
            return NUMBER.matcher(value).matches() ? (Object) Long.valueOf(value) : Sentence.known(prefix, value);
        }
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
