package throttlelab.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The icon in the form that a system wants; the pictures are those that the window has.
final class Icons {

    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 256);
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int LINUX = 256;

    /// A kind of picture in an .icns, by its size.
    private record Kind(String name, int size) {
    }

    private static final List<Kind> ICNS =
            List.of(new Kind("ic11", 32), new Kind("ic12", 64), new Kind("ic07", 128), new Kind("ic08", 256),
                    new Kind("ic09", 512));

    private final Path pictures;
    private final Path target;

    Icons(Path repository, Path target) {
        this.pictures = repository.resolve("app").resolve("src").resolve("main").resolve("resources")
                .resolve("throttlelab").resolve("app").resolve("window");
        this.target = target;
    }

    /// The icon for a system.
    Path file(Host host) throws IOException {
        Path file = Files.createDirectories(target).resolve(Dist.NAME + host.icon());
        return Files.write(file, switch (host) {
            case LINUX -> picture(LINUX);
            case MAC -> icns();
            case WINDOWS -> ico();
        });
    }

    private byte[] picture(int size) throws IOException {
        return Files.readAllBytes(pictures.resolve("icon-" + size + ".png"));
    }

    /// A table of pictures, then the pictures.
    private byte[] ico() throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (int size : ICO) {
            images.add(picture(size));
        }
        ByteBuffer table = ByteBuffer.allocate(ICO_HEADER + ICO_ENTRY * ICO.size()).order(ByteOrder.LITTLE_ENDIAN);
        table.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        int place = table.capacity();
        for (int n = 0; n < ICO.size(); n++) {
            // 256 is written as 0; one plane, 32 bits a pixel.
            byte size = (byte) (int) ICO.get(n);
            table.put(size).put(size).putShort((short) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(images.get(n).length).putInt(place);
            place += images.get(n).length;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(table.array());
        images.forEach(file::writeBytes);
        return file.toByteArray();
    }

    /// Pictures one after another, each with its kind and length.
    private byte[] icns() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Kind kind : ICNS) {
            byte[] image = picture(kind.size());
            body.writeBytes(kind.name().getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(ByteBuffer.allocate(4).putInt(image.length + 8).array());
            body.writeBytes(image);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("icns".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(ByteBuffer.allocate(4).putInt(body.size() + 8).array());
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }
}
