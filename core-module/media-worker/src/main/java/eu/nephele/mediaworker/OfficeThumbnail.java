package eu.nephele.mediaworker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/** The small picture of its first page that a document brings: LibreOffice writes one into its own formats, programs of Microsoft when they are asked to. */
final class OfficeThumbnail {

    /** A picture of the size that files bring has some 10 KB. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private static final List<String> PLACES = List.of(
            "Thumbnails/thumbnail.png", "docProps/thumbnail.jpeg", "docProps/thumbnail.jpg", "docProps/thumbnail.png");

    private OfficeThumbnail() {}

    static boolean isOf(String type) {
        return type.startsWith("application/vnd.openxmlformats-officedocument.")
                || type.startsWith("application/vnd.oasis.opendocument.");
    }

    /** The file of the picture; empty where there is none that can be shown. */
    static Optional<byte[]> find(Path document) {
        try (var parts = new ZipFile(document.toFile())) {
            for (var place : PLACES) {
                var part = parts.getEntry(place);
                if (part != null) {
                    try (var content = parts.getInputStream(part)) {
                        var picture = content.readNBytes(LARGEST + 1);
                        return picture.length <= LARGEST && isReadable(picture)
                                ? Optional.of(picture)
                                : Optional.empty();
                    }
                }
            }
            return Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(byte[] picture) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            return ImageIO.getImageReaders(input).hasNext();
        }
    }
}
