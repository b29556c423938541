package throttlelab.fxml.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;

/// A person at the file chooser, who answers what was laid down, and otherwise thinks better of it.
final class AnsweringDialogs implements Dialogs {

    final Deque<Path> answers = new ArrayDeque<>();
    final List<String> questions = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    @Override
    public Optional<Path> chooseOpen(String title, FileType type) {
        questions.add(title);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> chooseSave(String title, FileType type, String proposedName) {
        questions.add(title + ": " + proposedName);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        questions.add(title);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public void showProblem(String sentence, String details) {
        problems.add(sentence);
    }
}
