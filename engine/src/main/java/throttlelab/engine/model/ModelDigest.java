package throttlelab.engine.model;

import throttlelab.engine.InputException;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.words.Sentence;

/// Reads every weight once, in the order of the names: computes the model digest (its bytes are described at
/// [Model#digest()]) and refuses weights that are no numbers.
final class ModelDigest {

    private static final int WINDOW = 1 << 14;

    private final WeightWindow window = new WeightWindow(WINDOW);
    private final Hasher hasher = new Hasher();

    private ModelDigest() {
    }

    static Sha256 of(Checkpoint checkpoint, ModelConfig config) {
        if (checkpoint.redundantHead() != null) {
            requireSame(checkpoint.tensor(Architecture.EMBEDDING), checkpoint.redundantHead());
        }
        ModelDigest digest = new ModelDigest();
        checkpoint.tensors().values().forEach(digest::add);
        return digest.hasher.add(config.heads()).add(config.keyValueHeads()).add(config.expertsPerToken())
                .add(config.normTopK() ? 1 : 0).add(Float.floatToIntBits(config.rmsEpsilon()))
                .add(Double.doubleToLongBits(config.ropeTheta())).finish();
    }

    private void add(Tensor tensor) {
        hasher.add(tensor.name()).add(tensor.shape().size());
        tensor.shape().forEach(hasher::add);
        long elements = tensor.elements();
        for (long from = 0; from < elements; from += WINDOW) {
            window.read(tensor, from, (int) Math.min(WINDOW, elements - from));
            int bad = window.firstNotFinite();
            if (bad >= 0) {
                throw notFinite(tensor, from + bad, window.floats()[bad]);
            }
            window.addTo(hasher);
        }
    }

    private static InputException notFinite(Tensor tensor, long at, float value) {
        return BadInput.in(tensor.file(), Sentence.of("model.the-tensor-holds-at", BadInput.quoted(tensor.name()),
                Float.isNaN(value) ? Sentence.plain("NaN") : Sentence.of("model.infinite"), tensor.place(at)),
                Sentence.of("model.the-weights-are-damaged-so"));
    }

    private static void requireSame(Tensor embedding, Tensor head) {
        WeightWindow ours = new WeightWindow(WINDOW);
        WeightWindow theirs = new WeightWindow(WINDOW);
        for (long from = 0; from < embedding.elements(); from += WINDOW) {
            int count = (int) Math.min(WINDOW, embedding.elements() - from);
            ours.read(embedding, from, count);
            theirs.read(head, from, count);
            for (int i = 0; i < count; i++) {
                if (Float.floatToIntBits(ours.floats()[i]) != Float.floatToIntBits(theirs.floats()[i])) {
                    throw BadInput.in(head.file(), Sentence.of("model.config-json-says-that-the",
                            BadInput.quoted(head.name()), head.place(from + i)),
                            Sentence.of("model.set-tie-word-embeddings-to"));
                }
            }
        }
    }
}
