package throttlelab.fxml.lessons;

import java.util.List;

/// A question to be shown.
///
/// @param text the question
/// @param answers the words of each answer
record LessonQuestion(List<TextPiece> text, List<TextPiece> answers) {
}
