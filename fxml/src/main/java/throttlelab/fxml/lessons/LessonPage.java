package throttlelab.fxml.lessons;

import java.util.List;

/// A step to be shown.
///
/// @param lesson the lesson's title
/// @param place "step 1 of 3"
/// @param title the step's title
/// @param about what the lesson is about; only with its first step
/// @param text what the step tells
/// @param doing what to do
/// @param watching what to watch
/// @param predict what to predict; `null` if nothing
/// @param decide what to find out; `null` if nothing
/// @param explain what explains it
/// @param run what the button that sets the lab up says; empty where nothing is run
/// @param first whether there is none before it
/// @param last whether there is none after it
record LessonPage(String lesson, String place, String title, List<TextPiece> about, List<TextPiece> text,
        List<TextPiece> doing, List<TextPiece> watching, LessonQuestion predict, LessonQuestion decide,
        List<TextPiece> explain, String run, boolean first, boolean last) {
}
