package eu.nephele.platform.media;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of an MP4 or QuickTime film, one after the other, with those emptied that say where it was made. No box gets another length, so that the film's
 * tables find its pictures and its sound where they were. Of a film of any size, no more than its descriptions is in memory.
 */
final class FilmBoxes extends FileParts {

    /** What a telephone or a program writes beside a film is far smaller. */
    private static final long LARGEST = 8L * 1024 * 1024;

    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int UUID = 16;
    private static final byte[] XMP = {
        (byte) 0xbe,
        0x7a,
        (byte) 0xcf,
        (byte) 0xcb,
        (byte) 0x97,
        (byte) 0xa9,
        0x42,
        (byte) 0xe8,
        (byte) 0x9c,
        0x71,
        (byte) 0x99,
        (byte) 0x94,
        (byte) 0x91,
        (byte) 0xe3,
        (byte) 0xaf,
        (byte) 0xac
    };
    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);

    /** Of QuickTime and Android, and of 3GPP. */
    private static final Set<String> PLACES = Set.of("\u00a9xyz", "loci");

    private final InputStream film;
    private @Nullable InputStream content;
    private boolean hasPlace;

    FilmBoxes(InputStream film) {
        super(null);
        this.film = film;
    }

    /** Whether the film says where it was made. Pictures and sound are passed over, not read, where the stream can do that. */
    static boolean tellPlace(InputStream film) throws IOException {
        var boxes = new FilmBoxes(film);
        try {
            while (!boxes.hasPlace && boxes.hasMoreElements()) {
                var part = boxes.nextElement();
                if (part instanceof Part passedOver) {
                    passedOver.skipNBytes(passedOver.left());
                }
            }
        } catch (EOFException cutOff) {
            // There is nothing behind the end.
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return boxes.hasPlace;
    }

    @Override
    @Nullable
    InputStream read() throws IOException {
        if (content != null) {
            var passedOn = content;
            content = null;
            return passedOn;
        }
        var head = film.readNBytes(HEAD);
        if (head.length < HEAD) {
            return head.length == 0 ? null : new ByteArrayInputStream(head);
        }
        var type = type(head, 0);
        var size = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
        if (size == 1) {
            head = Arrays.copyOf(head, LONG_HEAD);
            film.readNBytes(head, HEAD, HEAD);
            size = ByteBuffer.wrap(head).getLong(HEAD);
        }
        var length = size - head.length;
        if (length < 0) {
            // The last box says 0; behind one that is damaged nobody finds another.
            content = new Part(film, Long.MAX_VALUE);
        } else if (isDescription(type) && length <= LARGEST) {
            content = new ByteArrayInputStream(cleaned(type, film.readNBytes((int) length)));
        } else if (!type.equals("moov") && !type.equals("trak")) {
            content = new Part(film, length);
        }
        // Of a film and a track the boxes within them come next.
        return new ByteArrayInputStream(head);
    }

    private static boolean isDescription(String type) {
        return type.equals("udta") || type.equals("meta") || type.equals("uuid");
    }

    private byte[] cleaned(String type, byte[] found) {
        var box = found.clone();
        switch (type) {
            case "udta" -> userData(box);
            case "meta" -> metadata(box, 0, box.length);
            default -> {
                if (box.length > UUID && Arrays.equals(box, 0, UUID, XMP, 0, UUID)) {
                    WithoutPlace.xmp(box, UUID, box.length);
                }
            }
        }
        hasPlace |= !Arrays.equals(box, found);
        return box;
    }

    private record Box(String type, int start, int end) {

        int content() {
            return start + HEAD;
        }
    }

    private static List<Box> boxes(byte[] bytes, int start, int end) {
        var boxes = new ArrayList<Box>();
        var at = start;
        while (end - at >= HEAD) {
            var size = ByteBuffer.wrap(bytes).getInt(at);
            if (size < HEAD || size > end - at) {
                break;
            }
            boxes.add(new Box(type(bytes, at), at, at + size));
            at += size;
        }
        return boxes;
    }

    private static void userData(byte[] bytes) {
        for (var box : boxes(bytes, 0, bytes.length)) {
            if (PLACES.contains(box.type())) {
                empty(bytes, box);
            } else if (box.type().equals("meta")) {
                metadata(bytes, box.content(), box.end());
            } else if (box.type().equals("XMP_")) {
                WithoutPlace.xmp(bytes, box.content(), box.end());
            }
        }
    }

    private static void metadata(byte[] bytes, int start, int end) {
        // MP4 has a version before the boxes, QuickTime has none.
        var isQuickTime = end - start >= HEAD && type(bytes, start).equals("hdlr");
        var boxes = boxes(bytes, isQuickTime ? start : start + 4, end);
        var keys = boxes.stream()
                .filter(box -> box.type().equals("keys"))
                .flatMap(box -> keys(bytes, box).stream())
                .toList();
        for (var list : boxes) {
            if (list.type().equals("ilst")) {
                for (var item : boxes(bytes, list.content(), list.end())) {
                    var key = ByteBuffer.wrap(bytes).getInt(item.start() + 4) - 1;
                    if (PLACES.contains(item.type()) || key >= 0 && key < keys.size() && isPlace(keys.get(key))) {
                        empty(bytes, item);
                    }
                }
            } else if (list.type().equals("XMP_")) {
                WithoutPlace.xmp(bytes, list.content(), list.end());
            }
        }
    }

    /** The names of items, which these call by their numbers. */
    private static List<String> keys(byte[] bytes, Box box) {
        var keys = boxes(bytes, Math.min(box.content() + 8, box.end()), box.end());
        return keys.stream()
                .map(key -> new String(bytes, key.content(), key.end() - key.content(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Such as {@code com.apple.quicktime.location.ISO6709}, with its name, its accuracy and what else belongs to it. */
    private static boolean isPlace(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        return lower.contains("location") || lower.contains("gps");
    }

    private static void empty(byte[] bytes, Box box) {
        System.arraycopy(FREE, 0, bytes, box.start() + 4, FREE.length);
        Arrays.fill(bytes, box.content(), box.end(), (byte) 0);
    }

    private static String type(byte[] bytes, int box) {
        return new String(bytes, box + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
