package eu.nephele.mediaworker;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.io.IOException;
import java.nio.file.Path;

/** How a camera was held, as Exif tells (tag 0x0112): what must be done to a picture so that it is upright. */
enum Orientation {
    UPRIGHT(1),
    MIRRORED(2),
    UPSIDE_DOWN(3),
    MIRRORED_UPSIDE_DOWN(4),
    MIRRORED_LEFT(5),
    RIGHT(6),
    MIRRORED_RIGHT(7),
    LEFT(8);

    private final int code;

    Orientation(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    boolean isSideways() {
        return code >= 5;
    }

    static Orientation of(Path file) throws IOException {
        try {
            var exif = ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            var code = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return code == null || code < 1 || code > 8 ? UPRIGHT : values()[code - 1];
        } catch (ImageProcessingException noExif) {
            return UPRIGHT;
        }
    }

    /** Where a part of the upright picture is in the stored one of this size. */
    Rectangle stored(Rectangle part, int width, int height) {
        try {
            return transform(width, height)
                    .createInverse()
                    .createTransformedShape(part)
                    .getBounds();
        } catch (NoninvertibleTransformException turningLosesNothing) {
            throw new IllegalStateException(turningLosesNothing);
        }
    }

    /** From the stored picture of this size to the upright one. */
    AffineTransform transform(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case MIRRORED_UPSIDE_DOWN -> new AffineTransform(1, 0, 0, -1, 0, height);
            case MIRRORED_LEFT -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case MIRRORED_RIGHT -> new AffineTransform(0, -1, -1, 0, height, width);
            case LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
