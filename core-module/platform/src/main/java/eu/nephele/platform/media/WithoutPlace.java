package eu.nephele.platform.media;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A photograph (JPEG, PNG or WebP) or a film (MP4 or QuickTime) without the place it was taken at: the GPS directory of its Exif data is emptied, GPS
 * properties of its XMP data are blanked, and so are a film's boxes with coordinates. Picture and sound, other properties and the length stay as they are.
 */
final class WithoutPlace {

    /** Cameras write their data first, in segments of at most 64 KB. */
    private static final int HEAD = 1024 * 1024;

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String WEBP = "image/webp";

    /** Recordings of sound are in the same form. */
    private static final Set<String> FILMS = Set.of(
            "video/mp4",
            "video/quicktime",
            "video/x-m4v",
            "video/3gpp",
            "video/3gpp2",
            "audio/mp4",
            "audio/x-m4a",
            "application/mp4");

    private static final int GPS_DIRECTORY = 0x8825;
    private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern XMP_PLACE =
            Pattern.compile("[\\w.-]+:GPS\\w+\\s*=\\s*(\"[^\"]*\"|'[^']*')|<([\\w.-]+:GPS\\w+)[^>]*>[^<]*</\\2\\s*>");

    private WithoutPlace() {}

    /** Whether readers need a copy of the file. Photographs are always copied; films, which may be large, only when they do tell the place. */
    static boolean isNeeded(String mimeType, Upload.Source file) throws IOException {
        if (!FILMS.contains(mimeType)) {
            return mimeType.equals(JPEG) || mimeType.equals(PNG) || mimeType.equals(WEBP);
        }
        try (var film = file.open()) {
            return FilmBoxes.tellPlace(film);
        }
    }

    /** The stream is read to its end by whoever reads the answer, and closed with it. */
    static InputStream of(String mimeType, InputStream file) throws IOException {
        if (!mimeType.equals(JPEG)) {
            var parts = FILMS.contains(mimeType) ? new FilmBoxes(file) : new PictureChunks(file, mimeType.equals(PNG));
            return new FilterInputStream(new SequenceInputStream(parts)) {
                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }
        var head = file.readNBytes(HEAD);
        clean(head);
        return new SequenceInputStream(new ByteArrayInputStream(head), file);
    }

    private static void clean(byte[] jpeg) {
        var at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            var marker = jpeg[at + 1] & 0xff;
            var length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
            var end = at + 2 + length;
            if (marker == 0xda || length < 2 || end > jpeg.length) {
                return;
            }
            if (marker == 0xe1) {
                segment(jpeg, at + 4, end);
            }
            at = end;
        }
    }

    private static void segment(byte[] jpeg, int start, int end) {
        if (startsWith(jpeg, start, end, EXIF)) {
            exif(jpeg, start, end);
        } else if (startsWith(jpeg, start, end, XMP)) {
            xmp(jpeg, start + XMP.length, end);
        }
    }

    /** Exif data, with or without the mark that JPEG has before it. */
    static void exif(byte[] bytes, int start, int end) {
        var from = startsWith(bytes, start, end, EXIF) ? start + EXIF.length : start;
        try {
            exif(ByteBuffer.wrap(bytes, from, end - from).slice());
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            // Nobody can tell what else such data says.
            Arrays.fill(bytes, from, end, (byte) 0);
        }
    }

    static void xmp(byte[] bytes, int start, int end) {
        var text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        var blanked = XMP_PLACE
                .matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
        System.arraycopy(blanked.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, start, end - start);
    }

    private static void exif(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = exif.getInt(4);
        for (var entry = 0; entry < Short.toUnsignedInt(exif.getShort(directory)); entry++) {
            var at = directory + 2 + entry * 12;
            if (Short.toUnsignedInt(exif.getShort(at)) == GPS_DIRECTORY) {
                empty(exif, exif.getInt(at + 8));
            }
        }
    }

    private static void empty(ByteBuffer exif, int directory) {
        var entries = Short.toUnsignedInt(exif.getShort(directory));
        for (var entry = 0; entry < entries; entry++) {
            var at = directory + 2 + entry * 12;
            var type = Short.toUnsignedInt(exif.getShort(at + 2));
            var size = type < BYTES_OF_TYPE.length ? (long) BYTES_OF_TYPE[type] * exif.getInt(at + 4) : 0;
            if (size > 4) {
                fill(exif, exif.getInt(at + 8), size);
            }
            fill(exif, at, 12);
        }
        exif.putShort(directory, (short) 0);
    }

    private static void fill(ByteBuffer exif, int from, long length) {
        for (var index = 0; index < length; index++) {
            exif.put(from + index, (byte) 0);
        }
    }

    private static boolean startsWith(byte[] bytes, int start, int end, byte[] prefix) {
        return end - start >= prefix.length
                && Arrays.equals(bytes, start, start + prefix.length, prefix, 0, prefix.length);
    }
}
