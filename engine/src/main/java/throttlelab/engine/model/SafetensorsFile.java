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
    private static final String AGAIN = "download or export the file again";

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
            throw BadInput.in(file, "the file is truncated, it ends within the header's length, after "
                    + whole.byteSize() + " bytes", AGAIN);
        }
        long header = whole.get(LENGTH, 0);
        if (header < 0 || header > HEADER_LIMIT) {
            throw BadInput.in(file, "the header claims to have " + Long.toUnsignedString(header)
                    + " bytes, more than the " + HEADER_LIMIT + " that the format allows",
                    "check that it is a safetensors file, or " + AGAIN);
        }
        if (header > whole.byteSize() - Long.BYTES) {
            throw BadInput.in(file, "the file is truncated, its header has " + header + " bytes, but after its length "
                    + "there are only " + (whole.byteSize() - Long.BYTES), AGAIN);
        }
        byte[] json = whole.asSlice(Long.BYTES, header).toArray(ValueLayout.JAVA_BYTE);
        return new SafetensorsFile(file, whole.asSlice(Long.BYTES + header)).tensors(parse(file, json));
    }

    private static JsonInput parse(Path file, byte[] json) {
        String origin = file + ", header,";
        try {
            return JsonInput.parse(TextFiles.decode(json, origin), origin);
        } catch (InputException e) {
            throw BadInput.in(file, "the header is damaged, it is not JSON in UTF-8", AGAIN, e);
        }
    }

    private static MemorySegment map(Path file, Arena arena) {
        if (!Files.isRegularFile(file)) {
            throw BadInput.in(file, Files.exists(file) ? "this is not a file" : "there is no such file",
                    "check the path, or download what is missing");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        } catch (IOException e) {
            throw BadInput.in(file, "the file cannot be read", "check that you may read it", e);
        }
    }

    private List<Tensor> tensors(JsonInput header) {
        for (Map.Entry<String, JsonInput> entry : header.members().entrySet()) {
            if (!NAME.matcher(entry.getKey()).matches()) {
                throw tensor(entry.getKey(), "has a name that no such model has");
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
            throw tensor(name, "has the impossible data_offsets " + offsets);
        }
        long from = offsets.get(0);
        long to = offsets.get(1);
        if (to > data.byteSize()) {
            throw BadInput.in(file, "the file is truncated, the tensor " + BadInput.quoted(name) + " ends at byte " + to
                    + " of the data, but there are only " + data.byteSize(), AGAIN);
        }
        if (to - from != size(name, shape, type)) {
            throw tensor(name, "has " + (to - from) + " bytes, but the shape " + shape + " of " + type + " takes "
                    + size(name, shape, type));
        }
        return new Extent(new Tensor(name, file, type, shape, data.asSlice(from, to - from)), from, to);
    }

    private ElementType type(String name, String dtype) {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw BadInput.in(file, "the tensor " + BadInput.quoted(name) + " is stored as " + BadInput.quoted(dtype)
                + ", but weights are read as F32, BF16 or F16 only", "choose or export a copy stored so");
    }

    private static List<Long> numbers(JsonInput list) {
        List<JsonInput> items = list.items();
        if (items.size() > DIMENSIONS) {
            throw list.wrong("there are " + items.size() + " numbers", AGAIN);
        }
        return items.stream().map(item -> item.integer(0, Long.MAX_VALUE)).toList();
    }

    private long size(String name, List<Long> shape, ElementType type) {
        long bytes = type.bytes();
        for (long dimension : shape) {
            if (dimension != 0 && bytes > Long.MAX_VALUE / dimension) {
                throw tensor(name, "has the impossible shape " + shape);
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
                throw tensor(extent.tensor().name(), "begins at byte " + extent.from()
                        + " of the data, but the one before it ends at " + at);
            }
            at = extent.to();
        }
        if (at != data.byteSize()) {
            throw BadInput.in(file, "the last " + (data.byteSize() - at) + " bytes belong to no tensor", AGAIN);
        }
    }

    private InputException tensor(String name, String fault) {
        return BadInput.in(file, "the tensor " + BadInput.quoted(name) + " " + fault, AGAIN);
    }
}
