package throttlelab.engine.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import throttlelab.engine.InputException;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;

/// Reads one safetensors file: eight bytes with the header's length (little-endian), the header in JSON, the data.
/// The tensors must fill the data without gap or overlap, as the format demands. Source: the format's description,
/// https://github.com/huggingface/safetensors#format.
final class SafetensorsFile {

    /// The format's own bound.
    private static final long HEADER_LIMIT = 100_000_000;
    private static final int DIMENSIONS = 8;
    private static final String METADATA = "__metadata__";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.]{1,200}");
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final Sentence AGAIN = Sentence.of("model.download-or-export-the-file");

    private final Path file;
    private final MemorySegment data;
    private final List<Extent> extents = new ArrayList<>();

    private record Extent(Tensor tensor, long from, long to) {
    }

    private SafetensorsFile(Path file, MemorySegment data) {
        this.file = file;
        this.data = data;
    }

    /// The tensors of `file`, readable until `arena` is closed.
    static List<Tensor> read(Path file, Arena arena) {
        MemorySegment whole = map(file, arena);
        if (whole.byteSize() < Long.BYTES) {
            throw BadInput.in(file, Sentence.of("model.the-file-is-truncated-it", whole.byteSize()), AGAIN);
        }
        long header = whole.get(LENGTH, 0);
        if (header < 0 || header > HEADER_LIMIT) {
            throw BadInput.in(file, Sentence.of("model.the-header-claims-to-have", Long.toUnsignedString(header),
                    HEADER_LIMIT), Sentence.of("model.check-that-it-is-a", AGAIN));
        }
        if (header > whole.byteSize() - Long.BYTES) {
            throw BadInput.in(file, Sentence.of("model.the-file-is-truncated-its", header,
                    whole.byteSize() - Long.BYTES), AGAIN);
        }
        byte[] json = whole.asSlice(Long.BYTES, header).toArray(ValueLayout.JAVA_BYTE);
        return new SafetensorsFile(file, whole.asSlice(Long.BYTES + header)).tensors(parse(file, json));
    }

    private static JsonInput parse(Path file, byte[] json) {
        String origin = file + ", header,";
        try {
            return JsonInput.parse(TextFiles.decode(json, origin), origin);
        } catch (InputException e) {
            throw BadInput.in(file, Sentence.of("model.the-header-is-damaged-it"), AGAIN, e);
        }
    }

    private static MemorySegment map(Path file, Arena arena) {
        if (!Files.isRegularFile(file)) {
            throw BadInput.in(file, Files.exists(file) ? Sentence.of("model.this-is-not-a-file")
                    : Sentence.of("model.there-is-no-such-file"), Sentence.of("model.check-the-path-or-download"));
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        } catch (IOException e) {
            throw BadInput.in(file, Sentence.of("model.the-file-cannot-be-read"),
                    Sentence.of("model.check-that-you-may-read"), e);
        }
    }

    private List<Tensor> tensors(JsonInput header) {
        for (Map.Entry<String, JsonInput> entry : header.members().entrySet()) {
            if (!NAME.matcher(entry.getKey()).matches()) {
                throw tensor(entry.getKey(), Sentence.of("model.has-a-name-that-no"));
            }
            if (!entry.getKey().equals(METADATA)) {
                extents.add(extent(entry.getKey(), entry.getValue()));
            }
        }
        checkFilled();
        return extents.stream().map(Extent::tensor).toList();
    }

    private Extent extent(String name, JsonInput fields) {
        ElementType type = type(name, fields.at("dtype").text());
        List<Long> shape = numbers(fields.at("shape"));
        List<Long> offsets = numbers(fields.at("data_offsets"));
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw tensor(name, Sentence.of("model.has-the-impossible-data-offsets", offsets));
        }
        long from = offsets.get(0);
        long to = offsets.get(1);
        if (to > data.byteSize()) {
            throw BadInput.in(file, Sentence.of("model.the-file-is-truncated-the", BadInput.quoted(name), to,
                    data.byteSize()), AGAIN);
        }
        if (to - from != size(name, shape, type)) {
            throw tensor(name, Sentence.of("model.has-bytes-but-the-shape", to - from, shape, type, size(name, shape,
                    type)));
        }
        return new Extent(new Tensor(name, file, type, shape, data.asSlice(from, to - from)), from, to);
    }

    private ElementType type(String name, String dtype) {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw BadInput.in(file, Sentence.of("model.the-tensor-is-stored-as", BadInput.quoted(name),
                BadInput.quoted(dtype)), Sentence.of("model.choose-or-export-a-copy"));
    }

    private static List<Long> numbers(JsonInput list) {
        List<JsonInput> items = list.items();
        if (items.size() > DIMENSIONS) {
            throw list.wrong(Sentence.of("model.there-are-numbers", items.size()), AGAIN);
        }
        return items.stream().map(item -> item.integer(0, Long.MAX_VALUE)).toList();
    }

    private long size(String name, List<Long> shape, ElementType type) {
        long bytes = type.bytes();
        for (long dimension : shape) {
            if (dimension != 0 && bytes > Long.MAX_VALUE / dimension) {
                throw tensor(name, Sentence.of("model.has-the-impossible-shape", shape));
            }
            bytes *= dimension;
        }
        return bytes;
    }

    private void checkFilled() {
        extents.sort(Comparator.comparingLong(Extent::from).thenComparingLong(Extent::to));
        long at = 0;
        for (Extent extent : extents) {
            if (extent.from() != at) {
                throw tensor(extent.tensor().name(), Sentence.of("model.begins-at-byte-of-the", extent.from(), at));
            }
            at = extent.to();
        }
        if (at != data.byteSize()) {
            throw BadInput.in(file, Sentence.of("model.the-last-bytes-belong-to", data.byteSize() - at), AGAIN);
        }
    }

    private InputException tensor(String name, Sentence fault) {
        return BadInput.in(file, Sentence.of("model.the-tensor", BadInput.quoted(name), fault), AGAIN);
    }
}
