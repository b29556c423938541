package throttlelab.fxml.lab;

import throttlelab.fxml.texts.Texts;

/// A stage's place in a run, in words that every view shares.
///
/// @param token the new token it leads to, from 0
/// @param tokens how many tokens the run generates
/// @param layer the layer, from 0; `layers` for the output head
/// @param layers how many layers the model has
/// @param kind attention, experts or head, by its id
public record StageTitle(int token, int tokens, int layer, int layers, String kind) {

    /// Whether it is the output head.
    public boolean head() {
        return layer == layers;
    }

    /// Its place within its token, from 0.
    public int place() {
        return 2 * layer + (kind.equals("experts") ? 1 : 0);
    }

    /// Such as "Token 12 of 50 · layer 3 of 8 · experts".
    public String text() {
        return head() ? Texts.get("stage.head.title", token + 1, tokens)
                : Texts.get("stage.title", token + 1, tokens, layer + 1, layers, Texts.get("stage." + kind));
    }

    /// Where its combined value goes.
    ///
    /// @param headFollows whether a stage for the output head follows the last layer
    public String next(boolean headFollows) {
        if (head()) {
            return Texts.get("stage.next.token");
        }
        if (kind.equals("attention")) {
            return Texts.get("stage.next.experts");
        }
        if (layer + 1 < layers) {
            return Texts.get("stage.next.layer", layer + 2);
        }
        return Texts.get(headFollows ? "stage.next.head" : "stage.next.coordinator");
    }
}
