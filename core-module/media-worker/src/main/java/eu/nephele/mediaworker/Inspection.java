package eu.nephele.mediaworker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.DocumentSelector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.SAXException;

/** Finds out what a file says of itself: its true type, its properties, its text. Files within the file are not opened. */
final class Inspection {

    private static final class Tika {
        /** The parsers of this class path alone: none that would start another program. */
        static final TikaConfig CONFIG = config();

        static final AutoDetectParser PARSER = new AutoDetectParser(CONFIG);

        private static TikaConfig config() {
            try (var xml = Inspection.class.getResourceAsStream("tika.xml")) {
                return new TikaConfig(xml);
            } catch (IOException | TikaException | SAXException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/gzip",
            "application/x-tar",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-bzip2",
            "application/x-xz");

    private final Map<String, String> values = new TreeMap<>();
    private final PageTexts pages = new PageTexts();

    WorkerAnswer of(Path file, String fileName) throws IOException, SAXException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        var type = detect(file, metadata);
        values.put("mimeType", type);
        var problem = "";
        if (isLookedInto(type)) {
            problem = parse(file, metadata);
        }
        if (type.equals("video/webm") || type.equals("video/x-matroska") || type.equals("audio/x-matroska")) {
            values.putAll(MatroskaHeader.read(file));
        } else if (MovieHeader.isOne(type)) {
            values.putAll(MovieHeader.read(file));
        } else if (type.equals("audio/vnd.wave")) {
            values.putAll(WaveHeader.read(file));
        } else if (type.equals(VectorPicture.TYPE)) {
            values.putAll(VectorPicture.read(file));
        } else if (OfficeThumbnail.isOf(type) && OfficeThumbnail.find(file).isPresent()) {
            values.put("thumbnail", "true");
        }
        new FoundProperties(metadata, type).addTo(values);
        if (type.startsWith("image/")) {
            PictureFacts.of(file, type).addTo(values);
        }
        var texts = type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/")
                ? List.<String>of()
                : pages.texts();
        describeText(type, texts);
        return new WorkerAnswer(true, problem.isEmpty() ? remark(file, type, fileName) : problem, values, texts);
    }

    /** What an editor should know of a file that is not damaged. */
    private String remark(Path file, String type, String fileName) throws IOException {
        if (type.startsWith("image/") && !type.equals(VectorPicture.TYPE) && pixels() > PictureSource.MAX_PIXELS) {
            return "The picture has %,d x %,d pixels: too many to make smaller pictures from it"
                    .formatted(Long.parseLong(values.get("width")), Long.parseLong(values.get("height")));
        }
        var byName = Tika.CONFIG
                .getMimeRepository()
                .getMimeType(fileName)
                .getType()
                .getBaseType()
                .toString();
        var family = byName.substring(0, byName.indexOf('/'));
        if (!byName.equals("application/octet-stream")
                && !byName.equals(type)
                && !type.startsWith(family + "/")
                && !(family.equals("text") && type.startsWith("application/"))) {
            return "The file is not what its name says: %s, not %s".formatted(type, byName);
        }
        if (isSilentFilm(type)) {
            return "The file says nothing of its length and its tracks: it is cut off or damaged, or of a kind that cannot be read";
        }
        if (type.equals("image/jpeg") && isCutOff(file)) {
            return "The picture is cut off: its end is missing";
        }
        return ARCHIVES.contains(type) ? "The file is an archive: what is in it is not searched" : "";
    }

    private boolean isSilentFilm(String type) {
        var known = values.keySet();
        return type.startsWith("video/")
                ? Collections.disjoint(known, Set.of("width", "videoCodec"))
                : type.startsWith("audio/") && Collections.disjoint(known, Set.of("duration", "audioCodec"));
    }

    private static boolean isCutOff(Path jpeg) throws IOException {
        try (var file = new RandomAccessFile(jpeg.toFile(), "r")) {
            var tail = new byte[(int) Math.min(file.length(), 64 * 1024)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            for (var at = tail.length - 2; at >= 0; at--) {
                // The marker of the end; some programs write data of their own behind it.
                if (tail[at] == (byte) 0xff && tail[at + 1] == (byte) 0xd9) {
                    return false;
                }
            }
            return true;
        }
    }

    private long pixels() {
        return Long.parseLong(values.getOrDefault("width", "0")) * Long.parseLong(values.getOrDefault("height", "0"));
    }

    private void describeText(String type, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        values.put("words", Long.toString(PageTexts.words(texts)));
        if (type.equals("application/pdf") || type.contains("presentation") && pages.arePages()) {
            values.putIfAbsent("pages", Integer.toString(texts.size()));
        }
        DetectedLanguage.of(texts, values.get("language")).ifPresent(language -> values.put("language", language));
    }

    private static String detect(Path file, Metadata metadata) throws IOException {
        try (var stream = TikaInputStream.get(file)) {
            var detector = Tika.CONFIG.getDetector();
            // A name only decides between types that look alike; of bytes that look like nothing it makes no film.
            return detector.detect(stream, new Metadata()).equals(MediaType.OCTET_STREAM)
                    ? MediaType.OCTET_STREAM.toString()
                    : detector.detect(stream, metadata).getBaseType().toString();
        }
    }

    /** Archives and programs are kept as they are. */
    private static boolean isLookedInto(String type) {
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.startsWith("text/")
                || type.startsWith("application/vnd.")
                || List.of(
                                "application/pdf",
                                "application/msword",
                                "application/rtf",
                                "application/x-subrip",
                                "application/mp4")
                        .contains(type);
    }

    private String parse(Path file, Metadata metadata) throws IOException, SAXException {
        var context = new ParseContext();
        context.set(DocumentSelector.class, embedded -> false);
        try (var stream = TikaInputStream.get(file)) {
            Tika.PARSER.parse(stream, pages, metadata, context);
            return "";
        } catch (EncryptedDocumentException locked) {
            return "The file is protected by a password: its text cannot be searched";
        } catch (WriteLimitReachedException | PageTexts.Full tooLong) {
            return "The text is longer than %,d characters: the rest of it is not searched"
                    .formatted(PageTexts.MAX_CHARACTERS);
        } catch (SAXException stopped) {
            if (PageTexts.isFull(stopped)) {
                return "The text is longer than %,d characters: the rest of it is not searched"
                        .formatted(PageTexts.MAX_CHARACTERS);
            }
            return damaged(stopped);
        } catch (TikaException | RuntimeException damaged) {
            return damaged(damaged);
        }
    }

    private static String damaged(Exception reason) {
        var deepest = (Throwable) reason;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return "The file is damaged or uses what cannot be read: %s"
                .formatted(
                        String.valueOf(deepest.getMessage()).lines().findFirst().orElse(""));
    }
}
