package throttlelab.fxml.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written is read back, pixel by pixel, by somebody else's reader.
class PngTest {

    private static final int OPAQUE = 0xff000000;

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "640, 401"})
    void everyPixelIsReadBack(int width, int height) throws IOException {
        Random random = new Random(width);
        int[][] pixels = new int[height][];
        for (int y = 0; y < height; y++) {
            pixels[y] = random.ints(width).map(pixel -> pixel | OPAQUE).toArray();
        }

        byte[] file = png(width, height, pixels);

        assertThat(file).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        for (int y = 0; y < height; y++) {
            assertThat(read.getRGB(0, y, width, 1, null, 0, width)).isEqualTo(pixels[y]);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5"})
    void everyChunkHasItsChecksum(int width, int height) throws IOException {
        byte[] file = png(width, height, new int[height][width]);
        int at = 8;
        int chunks = 0;
        while (at < file.length) {
            int length = number(file, at);
            CRC32 check = new CRC32();
            check.update(file, at + 4, length + 4);
            assertThat(number(file, at + 8 + length)).isEqualTo((int) check.getValue());
            at += length + 12;
            chunks++;
        }
        assertThat(chunks).isEqualTo(4);
    }

    private static int number(byte[] file, int at) {
        return ByteBuffer.wrap(file).getInt(at);
    }

    private static byte[] png(int width, int height, int[][] pixels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(new Picture(width, height, (y, into) -> System.arraycopy(pixels[y], 0, into, 0, width)), out);
        return out.toByteArray();
    }
}
