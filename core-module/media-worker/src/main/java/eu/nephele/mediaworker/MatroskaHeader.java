package eu.nephele.mediaworker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Duration, tracks and date of a WebM or Matroska film, from its header alone (RFC 9559), since Tika has no parser for it. */
final class MatroskaHeader {

    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK_ENTRY = 0xAE;
    private static final long VIDEO = 0xE0;
    private static final long AUDIO = 0xE1;
    private static final long CLUSTER = 0x1F43B675L;
    private static final int MOST_ELEMENTS = 2_000;
    private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

    private final RandomAccessFile file;
    private final Map<String, String> values = new TreeMap<>();
    private int elements;
    private long timestampScale = 1_000_000;
    private double duration;
    private long trackType;
    private String codec = "";
    private long frameNanoseconds;

    private MatroskaHeader(RandomAccessFile file) {
        this.file = file;
    }

    static Map<String, String> read(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var header = new MatroskaHeader(file);
            header.elements(0, file.length());
            if (header.duration > 0) {
                header.put("duration", FoundProperties.seconds(header.duration * header.timestampScale / 1e9));
            }
            return header.values;
        }
    }

    private void elements(long start, long end) throws IOException {
        file.seek(start);
        while (file.getFilePointer() < end && ++elements < MOST_ELEMENTS) {
            var id = number(false);
            var size = number(true);
            var here = file.getFilePointer();
            var next = size < 0 || size > end - here ? end : here + size;
            if (id == CLUSTER) {
                return;
            }
            element(id, here, next);
            file.seek(next);
        }
    }

    private void element(long id, long start, long end) throws IOException {
        var size = (int) Math.min(end - start, 256);
        if (id == SEGMENT || id == INFO || id == TRACKS || id == VIDEO || id == AUDIO) {
            elements(start, end);
        } else if (id == TRACK_ENTRY) {
            codec = "";
            trackType = 0;
            frameNanoseconds = 0;
            elements(start, end);
            track();
        } else if (id == 0x2AD7B1) {
            timestampScale = whole(size);
        } else if (id == 0x4489) {
            duration = real(size);
        } else if (id == 0x4461) {
            put("created", Objects.requireNonNullElse(FoundProperties.moment(EPOCH.plusNanos(whole(size))), ""));
        } else if (id == 0x7BA9) {
            put("title", text(size));
        } else if (id == 0x83) {
            trackType = whole(size);
        } else if (id == 0x86) {
            codec = codec(text(size));
        } else if (id == 0x23E383) {
            frameNanoseconds = whole(size);
        } else if (id == 0xB0) {
            put("width", Long.toString(whole(size)));
        } else if (id == 0xBA) {
            put("height", Long.toString(whole(size)));
        } else if (id == 0xB5) {
            put("sampleRate", Long.toString(Math.round(real(size))));
        } else if (id == 0x9F) {
            put("channels", Long.toString(whole(size)));
        }
    }

    /** As other programs call it: of {@code V_VP9} vp9, of {@code A_PCM/INT/LIT} pcm. */
    private static String codec(String id) {
        return switch (id) {
            case "V_MPEG4/ISO/AVC" -> "h264";
            case "V_MPEGH/ISO/HEVC" -> "hevc";
            case "V_MPEG2" -> "mpeg2video";
            case "A_MPEG/L3" -> "mp3";
            default -> id.replaceFirst("^[AVS]_", "").replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
        };
    }

    private void track() {
        if (trackType == 1) {
            put("videoCodec", codec);
            if (frameNanoseconds > 0) {
                put("frameRate", FoundProperties.seconds(1e9 / frameNanoseconds));
            }
        } else if (trackType == 2) {
            put("audioCodec", codec);
        }
    }

    private void put(String name, String value) {
        if (!value.isBlank()) {
            values.putIfAbsent(name, value);
        }
    }

    /** A number whose first bits tell its length; of an id they belong to it, and a size of ones alone is unknown (-1). */
    private long number(boolean isSize) throws IOException {
        var first = file.readUnsignedByte();
        if (first == 0) {
            throw new IOException("No Matroska element at %d".formatted(file.getFilePointer() - 1));
        }
        var length = Integer.numberOfLeadingZeros(first) - 23;
        var value = isSize ? (long) first & ((1 << (8 - length)) - 1) : first;
        var unknown = isSize && value == (1 << (8 - length)) - 1;
        for (var index = 1; index < length; index++) {
            var next = file.readUnsignedByte();
            unknown = unknown && next == 0xff;
            value = value << 8 | next;
        }
        return unknown ? -1 : value;
    }

    private long whole(int size) throws IOException {
        var value = 0L;
        for (var index = 0; index < Math.min(size, 8); index++) {
            value = value << 8 | file.readUnsignedByte();
        }
        return value;
    }

    private double real(int size) throws IOException {
        return size == 4 ? Float.intBitsToFloat((int) whole(4)) : Double.longBitsToDouble(whole(8));
    }

    private String text(int size) throws IOException {
        var bytes = new byte[size];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
