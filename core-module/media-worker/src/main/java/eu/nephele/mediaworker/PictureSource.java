package eu.nephele.mediaworker;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture file being read. Its size is known before a pixel is decoded, and pictures of too many pixels are refused then. */
final class PictureSource implements AutoCloseable {

    static final long MAX_PIXELS = 100_000_000;
    /** What is decoded at once; a larger picture is thinned while it is read. */
    private static final long PIXELS_IN_MEMORY = 16_000_000;

    private final ImageInputStream input;
    private final ImageReader reader;
    private final int width;
    private final int height;

    private PictureSource(ImageInputStream input, ImageReader reader) throws IOException {
        this.input = input;
        this.reader = reader;
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    static PictureSource open(Path file) throws IOException {
        var input = ImageIO.createImageInputStream(file.toFile());
        if (input == null) {
            throw new IOException("The file cannot be opened");
        }
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            input.close();
            throw new Refusal("Pictures of this kind cannot be shown in other sizes");
        }
        var reader = readers.next();
        reader.setInput(input, false, false);
        try {
            return new PictureSource(input, reader);
        } catch (IOException | RuntimeException damaged) {
            reader.dispose();
            input.close();
            throw damaged;
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    ImageReader reader() {
        return reader;
    }

    boolean isAnimated() throws IOException {
        return reader.getFormatName().equalsIgnoreCase("gif") && reader.getNumImages(true) > 1;
    }

    void requireReasonable() {
        if ((long) width * height > MAX_PIXELS) {
            throw new Refusal("The picture has %,d x %,d pixels; at most %,d in all can be worked on"
                    .formatted(width, height, MAX_PIXELS));
        }
    }

    /** A part of the picture, at least of the wanted size where it has that many pixels, and no larger than needed for that. */
    BufferedImage read(Rectangle part, double wantedWidth, double wantedHeight) throws IOException {
        requireReasonable();
        var most = Math.min(part.width / (2 * wantedWidth), part.height / (2 * wantedHeight));
        var step = (int) Math.max(1, Math.floor(most));
        while ((long) (part.width / step) * (part.height / step) > PIXELS_IN_MEMORY) {
            step++;
        }
        var parameters = reader.getDefaultReadParam();
        if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        parameters.setSourceRegion(part);
        var picture = reader.read(0, parameters);
        // Some readers read the whole picture whatever they are asked for.
        var isPart = picture.getWidth() <= Math.ceilDiv(part.width, step)
                && picture.getHeight() <= Math.ceilDiv(part.height, step);
        return isPart ? picture : only(part, picture);
    }

    private BufferedImage only(Rectangle part, BufferedImage picture) {
        var across = (double) picture.getWidth() / width;
        var down = (double) picture.getHeight() / height;
        var left = (int) (part.x * across);
        var top = (int) (part.y * down);
        return picture.getSubimage(
                left,
                top,
                Math.clamp(Math.round(part.width * across), 1, picture.getWidth() - left),
                Math.clamp(Math.round(part.height * down), 1, picture.getHeight() - top));
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
