package eu.nephele.platform.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG or WebP picture, one after the other, with those cleaned that say where it was taken. No chunk gets another length. */
final class PictureChunks extends FileParts {

    /** What a camera or a program writes beside a picture is far smaller. */
    private static final long LARGEST = 8L * 1024 * 1024;

    private static final int PNG_HEAD = 8;
    private static final int WEBP_HEAD = 12;
    private static final byte[] PROFILE = "Raw profile type".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.US_ASCII);
    /** A name of our own that every reader of PNG passes over. */
    private static final byte[] NOTHING = "noPl".getBytes(StandardCharsets.US_ASCII);

    private final InputStream picture;
    private final boolean isPng;

    PictureChunks(InputStream picture, boolean isPng) throws IOException {
        super(new ByteArrayInputStream(picture.readNBytes(isPng ? PNG_HEAD : WEBP_HEAD)));
        this.picture = picture;
        this.isPng = isPng;
    }

    @Override
    @Nullable
    InputStream read() throws IOException {
        var head = picture.readNBytes(8);
        if (head.length < 8) {
            return head.length == 0 ? null : new ByteArrayInputStream(head);
        }
        var numbers = ByteBuffer.wrap(head).order(isPng ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var length = Integer.toUnsignedLong(numbers.getInt(isPng ? 0 : 4));
        var type = new String(head, isPng ? 4 : 0, 4, StandardCharsets.US_ASCII);
        // A check sum in PNG, one byte to make it even in WebP.
        var rest = isPng ? 4 : length % 2;
        if (!describes(type) || length > LARGEST) {
            return new java.io.SequenceInputStream(new ByteArrayInputStream(head), new Part(picture, length + rest));
        }
        var chunk = Arrays.copyOf(head, (int) (8 + length));
        var found = picture.readNBytes((int) length);
        System.arraycopy(found, 0, chunk, 8, found.length);
        var end = picture.readNBytes((int) rest);
        if (found.length == length) {
            clean(type, chunk);
        }
        var whole = Arrays.copyOf(chunk, 8 + found.length + end.length);
        System.arraycopy(isPng && end.length == 4 ? checksum(chunk) : end, 0, whole, 8 + found.length, end.length);
        return new ByteArrayInputStream(whole);
    }

    private boolean describes(String type) {
        return switch (type) {
            case "eXIf", "iTXt", "tEXt", "zTXt" -> isPng;
            case "EXIF", "XMP " -> !isPng;
            default -> false;
        };
    }

    private static void clean(String type, byte[] chunk) {
        switch (type) {
            case "eXIf", "EXIF" -> WithoutPlace.exif(chunk, 8, chunk.length);
            case "XMP " -> WithoutPlace.xmp(chunk, 8, chunk.length);
            case "iTXt" -> {
                if (startsWith(chunk, XMP)) {
                    international(chunk);
                }
            }
            default -> {
                if (startsWith(chunk, PROFILE)) {
                    forget(chunk);
                }
            }
        }
    }

    /** XMP that is packed cannot be blanked in place. */
    private static void international(byte[] chunk) {
        var packed = 8 + XMP.length;
        if (packed < chunk.length && chunk[packed] == 0) {
            WithoutPlace.xmp(chunk, packed, chunk.length);
        } else {
            forget(chunk);
        }
    }

    private static void forget(byte[] chunk) {
        System.arraycopy(NOTHING, 0, chunk, 4, NOTHING.length);
        Arrays.fill(chunk, 8, chunk.length, (byte) 0);
    }

    private static boolean startsWith(byte[] chunk, byte[] prefix) {
        return chunk.length >= 8 + prefix.length
                && Arrays.equals(chunk, 8, 8 + prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] checksum(byte[] chunk) {
        var sum = new CRC32();
        sum.update(chunk, 4, chunk.length - 4);
        return ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    }
}
