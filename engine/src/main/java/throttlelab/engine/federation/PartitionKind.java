package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.stream.Collectors;
import throttlelab.engine.UsageException;
import throttlelab.engine.words.Sentence;

/// How the model is divided among the workers. None of it changes a bit of what comes out.
public enum PartitionKind {

    /// Every layer is cut into eight slices, dealt to the workers.
    SLICED("sliced"),

    /// Each worker owns whole layers; the coordinator owns embedding and output head; a stage has one slot.
    PIPELINE("pipeline"),

    /// Each worker owns its share of the heads and of the experts of every layer.
    EXPERTS("experts");

    private final String id;

    PartitionKind(String id) {
        this.id = id;
    }

    /// Its name in files, on the command line and on screens.
    public String id() {
        return id;
    }

    /// The partition that goes by `id`.
    ///
    /// @throws UsageException if there is none
    public static PartitionKind of(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst()
                .orElseThrow(() -> new UsageException(Sentence.of("federation.there-is-no-partition-use", id,
                        Arrays.stream(values()).map(PartitionKind::id).collect(Collectors.joining(", ")))));
    }
}
