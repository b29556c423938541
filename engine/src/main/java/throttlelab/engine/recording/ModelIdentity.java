package throttlelab.engine.recording;

import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;

/// Which model it was.
///
/// @param name for eyes
/// @param parameters how many weights it has
/// @param digest SHA-256 over names, shapes and widened weights
/// @param tokenizerDigest SHA-256 of the tokenizer's file
public record ModelIdentity(String name, long parameters, Sha256 digest, Sha256 tokenizerDigest) {

    /// What identifies `model`.
    public static ModelIdentity of(Model model) {
        return new ModelIdentity(model.name(), model.parameters(), model.digest(), model.tokenizerDigest());
    }

    /// Whether both give the same numbers for the same text, whatever they are called.
    public boolean sameAs(ModelIdentity other) {
        return digest.equals(other.digest) && tokenizerDigest.equals(other.tokenizerDigest);
    }
}
