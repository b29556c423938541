package throttlelab.engine.model;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.words.Sentence;

/// The tensors of a model, mapped from one file or from shards with an index, and found to be exactly those that its
/// configuration calls for. As elsewhere, one file comes first where a directory has both.
final class Checkpoint implements AutoCloseable {

    private static final String FILE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final int INDEX_LIMIT = 1 << 28;
    private static final Sentence MATCH = Sentence.of("model.check-that-config-json-and");

    private final Arena arena = Arena.ofShared();
    private final SortedMap<String, Tensor> tensors = new TreeMap<>();
    private final Path source;
    private Tensor redundantHead;

    private Checkpoint(Path source) {
        this.source = source;
    }

    /// Maps the checkpoint in `directory`.
    static Checkpoint open(Path directory, ModelConfig config) {
        Path single = directory.resolve(FILE);
        Path index = directory.resolve(INDEX);
        if (!Files.exists(single) && !Files.exists(index)) {
            throw BadInput.in(directory, Sentence.of("model.the-folder-holds-neither-nor", FILE, INDEX),
                    Sentence.of("model.choose-a-folder-with-a"));
        }
        Checkpoint checkpoint = new Checkpoint(Files.exists(single) ? single : index);
        try {
            Map<String, Tensor> found = Files.exists(single) ? checkpoint.single(single) : checkpoint.shards(index);
            checkpoint.select(found, config);
            return checkpoint;
        } catch (RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    /// The tensors of the model, by name in ascending order. The names are ASCII.
    SortedMap<String, Tensor> tensors() {
        return tensors;
    }

    Tensor tensor(String name) {
        return tensors.get(name);
    }

    long elements() {
        return tensors.values().stream().mapToLong(Tensor::elements).sum();
    }

    /// Whether all tensors are stored as bfloat16.
    boolean bfloat16() {
        return tensors.values().stream().allMatch(tensor -> tensor.type() == ElementType.BF16);
    }

    /// The output head that a checkpoint with a tied head may hold all the same, null if it does not.
    Tensor redundantHead() {
        return redundantHead;
    }

    @Override
    public void close() {
        arena.close();
    }

    private Map<String, Tensor> single(Path file) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        SafetensorsFile.read(file, arena).forEach(tensor -> found.put(tensor.name(), tensor));
        return found;
    }

    private Map<String, Tensor> shards(Path index) {
        JsonInput map = JsonInput.read(index, INDEX_LIMIT).at("weight_map");
        Map<String, List<Tensor>> shards = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (Map.Entry<String, JsonInput> entry : map.members().entrySet()) {
            String shard = entry.getValue().text();
            if (!shard.matches("[A-Za-z0-9._-]+\\.safetensors")) {
                throw map.wrong(Sentence.of("model.is-no-name-of-a", BadInput.quoted(shard)),
                        Sentence.of("model.download-or-export-the-index"));
            }
            shards.computeIfAbsent(shard, name -> SafetensorsFile.read(index.resolveSibling(name), arena));
            places.put(entry.getKey(), shard);
        }
        Map<String, Tensor> found = new LinkedHashMap<>();
        for (Map.Entry<String, List<Tensor>> shard : shards.entrySet()) {
            for (Tensor tensor : shard.getValue()) {
                if (!shard.getKey().equals(places.get(tensor.name()))) {
                    throw BadInput.in(tensor.file(), Sentence.of("model.the-tensor-stands-here-but",
                            BadInput.quoted(tensor.name()), INDEX), Sentence.of("model.download-or-export-all-shards"));
                }
                found.put(tensor.name(), tensor);
            }
        }
        places.forEach((name, shard) -> {
            if (!found.containsKey(name)) {
                throw BadInput.in(index.resolveSibling(shard), Sentence.of("model.the-tensor-is-missing-though",
                        BadInput.quoted(name), INDEX), Sentence.of("model.download-or-export-all-shards"));
            }
        });
        return found;
    }

    private void select(Map<String, Tensor> found, ModelConfig config) {
        Architecture.visit(config, (name, shape) -> {
            Tensor tensor = found.remove(name);
            if (tensor == null) {
                throw BadInput.in(source, Sentence.of("model.the-tensor-which-config-json", BadInput.quoted(name)),
                        MATCH);
            }
            tensors.put(name, checked(tensor, shape));
        });
        if (config.tiedHead() && found.containsKey(Architecture.HEAD)) {
            redundantHead = checked(found.remove(Architecture.HEAD), tensor(Architecture.EMBEDDING).shape());
        }
        if (!found.isEmpty()) {
            Tensor unknown = found.values().iterator().next();
            throw BadInput.in(unknown.file(), Sentence.of("model.the-tensor-has-no-place",
                    BadInput.quoted(unknown.name())), MATCH);
        }
    }

    private static Tensor checked(Tensor tensor, List<Long> shape) {
        if (!tensor.shape().equals(shape)) {
            throw BadInput.in(tensor.file(), Sentence.of("model.the-tensor-has-the-shape",
                    BadInput.quoted(tensor.name()), tensor.shape(), shape), MATCH);
        }
        return tensor;
    }
}
