package eu.nephele.platform.media.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Width and height of a picture in pixels. */
public record PictureSize(int width, int height) {

    /** Reads the header alone: no pixel is decoded, so a picture of any size costs the same. Empty for what is no readable picture. */
    public static Optional<PictureSize> of(InputStream content, String mediaType) {
        if (!mediaType.startsWith("image/")) {
            return Optional.empty();
        }
        var readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(content)) {
            reader.setInput(input, true, true);
            return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException brokenPicture) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
