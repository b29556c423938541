package throttlelab.fxml.lessons;

import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A question and its answers, of which one can be chosen.
final class QuestionView {

    private final VBox box = new VBox();
    private final ToggleGroup answers = new ToggleGroup();
    private final Subscription listening;

    /// @param id begins the ids of the answers
    /// @param title what stands above it
    /// @param chosen the number of the chosen answer
    /// @param choose told of another choice
    /// @param verdict what there is to say about the choice
    /// @param tip what an answer's tooltip says
    QuestionView(String id, String title, LessonQuestion question, ObservableValue<Number> chosen, IntConsumer choose,
            ObservableValue<String> verdict, String tip) {
        box.setId(id);
        box.getStyleClass().add("lessons-box");
        Label head = new Label(title);
        head.getStyleClass().add("lessons-part");
        box.getChildren().addAll(head, ProseView.of(question.text()));
        for (int number = 0; number < question.answers().size(); number++) {
            RadioButton answer = answer(id + number, question.answers().get(number), tip);
            answer.setUserData(number);
            box.getChildren().add(answer);
        }
        Label said = new Label();
        said.setId(id + "Verdict");
        said.getStyleClass().add("lessons-answer");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(verdict);
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        box.getChildren().add(said);
        listening = chosen.subscribe(now -> select(now.intValue()));
        answers.selectedToggleProperty().addListener((property, before, now) -> {
            if (now != null) {
                choose.accept((Integer) now.getUserData());
            }
        });
    }

    private RadioButton answer(String id, TextPiece words, String tip) {
        RadioButton answer = new RadioButton(ProseView.plain(words));
        answer.setId(id);
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.setMnemonicParsing(false);
        answer.setToggleGroup(answers);
        answer.setTooltip(new Tooltip(tip));
        return answer;
    }

    private void select(int number) {
        answers.selectToggle(number < 0 ? null : answers.getToggles().get(number));
    }

    /// Hears of no choice any more: the next ones answer another question.
    void leave() {
        listening.unsubscribe();
    }

    /// What shows it.
    Node node() {
        return box;
    }
}
