package throttlelab.fxml.export;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes pictures as PNG (W3C Recommendation of 24 June 2025): 8 bits each of red, green and blue, not interlaced.
///
/// JavaFX encodes no pictures itself; ImageIO would bring a second toolkit into the program.
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHANNELS = 3;
    private static final byte BITS = 8;
    private static final byte TRUECOLOUR = 2;
    /// Each byte is told as its difference to the one above it: rows of a window are mostly alike.
    private static final byte UP = 2;
    private static final byte METRE = 1;
    /// 192 dots an inch: of the size on the screen when it is put into a document.
    private static final int DOTS_PER_METRE = 7559;

    private Png() {
    }

    /// Writes a picture.
    static void write(Picture picture, OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(target);
        out.write(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(picture.width()).putInt(picture.height())
                .put(BITS).put(TRUECOLOUR).array());
        chunk(out, "pHYs", ByteBuffer.allocate(9).putInt(DOTS_PER_METRE).putInt(DOTS_PER_METRE).put(METRE).array());
        chunk(out, "IDAT", data(picture));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static byte[] data(Picture picture) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int[] row = new int[picture.width()];
        byte[] above = new byte[CHANNELS * picture.width()];
        byte[] line = new byte[1 + CHANNELS * picture.width()];
        line[0] = UP;
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
            for (int y = 0; y < picture.height(); y++) {
                picture.rows().read(y, row);
                for (int i = 0; i < above.length; i++) {
                    byte now = (byte) (row[i / CHANNELS] >> BITS * (CHANNELS - 1 - i % CHANNELS));
                    line[i + 1] = (byte) (now - above[i]);
                    above[i] = now;
                }
                deflater.write(line);
            }
        }
        return data.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
