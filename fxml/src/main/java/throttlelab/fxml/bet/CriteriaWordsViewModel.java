package throttlelab.fxml.bet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.files.JsonInput;
import throttlelab.fxml.texts.Texts;

/// Puts the pre-registered criteria into words: their own, as far as they have some.
final class CriteriaWordsViewModel {

    private CriteriaWordsViewModel() {
    }

    /// The criteria for a reader.
    ///
    /// @throws throttlelab.engine.InputException if they lack a text
    static CriteriaWords of(Criteria criteria) {
        JsonInput json = JsonInput.parse(criteria.json(), "the criteria of bet " + criteria.bet());
        Criteria.Design design = criteria.design();
        String run = Texts.get("bet.registered", design.prompts(), design.tokens(),
                String.join(", ", design.profiles()), design.policy().id(), design.partition().id(), design.workers(),
                (long) design.prompts() * design.tokens() * design.profiles().size());
        List<CriteriaSection> sections = new ArrayList<>();
        sections.add(section("hypothesis", said(json.at("hypothesis"))));
        sections.add(section("design", run, said(json.at("design").at("reference"))));
        sections.add(new CriteriaSection(Texts.get("bet.criteria.verdicts"), json.at("verdicts").members().entrySet()
                .stream().map(verdict -> verdict.getKey() + ": " + said(verdict.getValue())).toList()));
        sections.add(new CriteriaSection(Texts.get("bet.criteria.void"), json.at("void_when").members().values()
                .stream().map(rule -> said(rule.at("text"))).toList()));
        sections.add(section("baseline", said(json.at("baseline"))));
        sections.add(new CriteriaSection(Texts.get("bet.criteria.controls"),
                criteria.controls().stream().map(CriteriaWordsViewModel::control).toList()));
        sections.add(section("digest", criteria.digest().toString()));
        return new CriteriaWords(said(json.at("question")), run, sections);
    }

    private static String said(JsonInput text) {
        return Criteria.saying(text.text()).in(Texts.locale());
    }

    private static CriteriaSection section(String key, String... lines) {
        return new CriteriaSection(Texts.get("bet.criteria." + key), List.of(lines));
    }

    private static String control(Criteria.Control control) {
        return Texts.get("bet.criteria.control", control.policy().id(), String.join(", ", control.profiles()),
                verdicts(control));
    }

    /// The verdicts that a control may come to: "LENIENT or CATASTROPHIC".
    static String verdicts(Criteria.Control control) {
        return control.verdicts().stream().map(Enum::name).collect(Collectors.joining(Texts.get("bet.or")));
    }
}
