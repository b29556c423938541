package throttlelab.fxml.testing;

import java.util.List;
import java.util.Optional;
import throttlelab.fxml.view.TextClipboard;

/// A clipboard that nobody else uses. What was put there last is what is there.
///
/// @param texts what was put there, the last one at the end
public record KeptTexts(List<String> texts) implements TextClipboard {

    @Override
    public void put(String text) {
        texts.add(text);
    }

    @Override
    public Optional<String> text() {
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.getLast());
    }
}
