package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.media.AssetMetadata.Extraction;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.media.extract.WorkerSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files made on the spot by FFmpeg and ExifTool, and the samples of make.sh: of each we say what ffprobe, exiftool and pdfinfo say of the same file now. The
 * launcher installs these programs where it may; {@link ReadFilesTest} holds us to what they once said where they are not there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("hasTools")
class FreshFilesTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final Pattern FACT = Pattern.compile("(?m)^([\\w ./-]+?)\\s*[=:]\\s*(.*)$");

    private Path folder;
    private ContentRepository repository;
    private Assets assets;
    private WorkerPool workers;
    private ReadFiles reading;
    private DescribeAsset describe;

    static boolean hasTools() {
        return Stream.of("ffmpeg", "ffprobe", "exiftool", "pdfinfo")
                .allMatch(tool -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))));
    }

    @BeforeAll
    void open(@TempDir Path files, @TempDir Path work) {
        folder = files;
        var definitions = TestingDefinitions.catalogue();
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, MediaSettings.DEFAULT, Clock.systemUTC());
        workers = new WorkerPool(WorkerSettings.in(work.resolve("worker")));
        reading = new ReadFiles(repository, workers, work.resolve("work"), Clock.systemUTC());
        describe = new DescribeAsset(repository, () -> definitions, Clock.systemUTC(), id -> {});
    }

    @AfterAll
    void close() {
        reading.close();
        workers.close();
        repository.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tall.mp4, 180x320, 24, -c:v libx264 -pix_fmt yuv420p -c:a aac",
        "wide.mov, 480x270, 30, -c:v libx264 -pix_fmt yuv420p -c:a aac",
        "web.webm, 256x256, 25, -c:v libvpx-vp9 -b:v 80k -deadline realtime -c:a libopus",
        "fast.mp4, 320x240, 50, -c:v mpeg4 -c:a aac -ar 48000"
    })
    void aFilmIsAsFfprobeSaysItIs(String name, String size, int rate, String codecs) throws Exception {
        var film = folder.resolve(name);
        var command = new ArrayList<>(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=duration=2:size=%s:rate=%d".formatted(size, rate),
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=330:duration=2"));
        command.addAll(List.of(codecs.split(" ")));
        command.addAll(List.of("-shortest", film.toString()));
        run(command);
        var known = read(film).metadata().values();

        var said = ffprobe(film);
        assertThat(number(known, "duration")).isCloseTo(Double.parseDouble(said.get("format.duration")), within(0.06));
        assertThat(number(known, "width")).isEqualTo(Double.parseDouble(said.get("video.width")));
        assertThat(number(known, "height")).isEqualTo(Double.parseDouble(said.get("video.height")));
        assertThat(number(known, "frameRate")).isCloseTo(rate, within(0.5));
        assertThat(text(known, "videoCodec")).isEqualTo(said.get("video.codec_name"));
        assertThat(text(known, "audioCodec")).isEqualTo(said.get("audio.codec_name"));
        assertThat(number(known, "sampleRate")).isEqualTo(Double.parseDouble(said.get("audio.sample_rate")));
        assertThat(text(known, "orientation"))
                .isEqualTo(
                        number(known, "width").equals(number(known, "height"))
                                ? "square"
                                : number(known, "width") > number(known, "height") ? "landscape" : "portrait");
    }

    @ParameterizedTest
    @ValueSource(ints = {22050, 48000})
    void aSoundIsAsFfprobeSaysItIs(int rate) throws Exception {
        var sound = folder.resolve("sound-%d.mp3".formatted(rate));
        run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=4",
                "-ar",
                Integer.toString(rate),
                "-c:a",
                "libmp3lame",
                "-metadata",
                "title=Fresh",
                sound.toString()));
        var known = read(sound).metadata().values();

        var said = ffprobe(sound);
        assertThat(number(known, "duration")).isCloseTo(Double.parseDouble(said.get("format.duration")), within(0.06));
        assertThat(number(known, "sampleRate")).isEqualTo(Double.parseDouble(said.get("audio.sample_rate")));
        assertThat(text(known, "title")).isEqualTo("Fresh");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void aPhotographIsAsExiftoolSaysItIsWhicheverWayTheCameraWasHeld(int turn) throws Exception {
        var photo = folder.resolve("photo-%d.jpg".formatted(turn));
        photograph("testsrc2=size=420x280:rate=1", photo);
        run(List.of(
                "exiftool",
                "-q",
                "-overwrite_original",
                "-Orientation#=" + turn,
                "-Artist=Fresh Eyes",
                "-Copyright=CC BY",
                "-GPSLatitude=45.25",
                "-GPSLatitudeRef=N",
                "-GPSLongitude=13.5",
                "-GPSLongitudeRef=E",
                "-DateTimeOriginal=2026:02:03 04:05:06",
                photo.toString()));
        var details = read(photo);
        var known = details.metadata().values();

        var said = facts(List.of("exiftool", "-s", "-n", photo.toString()));
        var turned = turn > 4;
        assertThat(number(known, turned ? "height" : "width")).isEqualTo(Double.parseDouble(said.get("ImageWidth")));
        assertThat(number(known, turned ? "width" : "height")).isEqualTo(Double.parseDouble(said.get("ImageHeight")));
        assertThat(text(known, "orientation")).isEqualTo(turned ? "portrait" : "landscape");
        assertThat(text(known, "creator")).isEqualTo(said.get("Artist"));
        assertThat(text(known, "copyright")).isEqualTo(said.get("Copyright"));
        assertThat(number(known, "latitude")).isCloseTo(45.25, within(0.0001));
        assertThat(text(known, "created")).startsWith("2026-02-03T04:05:06");

        // What readers get says all that, but for the place.
        var delivered = folder.resolve("delivered-%d.jpg".formatted(turn));
        assets.read(Actor.anonymous(), Perspective.LIVE, details.asset().key(), (asset, content) -> {
            Files.copy(content, delivered, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return asset;
        });
        assertThat(facts(List.of("exiftool", "-s", "-n", delivered.toString())))
                .containsEntry("Artist", "Fresh Eyes")
                .doesNotContainKeys("GPSLatitude", "GPSLongitude", "GPSPosition");
    }

    @ParameterizedTest
    @CsvSource({"png,-q", "png,-z", "webp,-q"})
    void otherPhotographsDoNotTellReadersThePlaceEither(String kind, String packed) throws Exception {
        var photo = folder.resolve("placed%s.%s".formatted(packed, kind));
        photograph("testsrc2=size=160x90:rate=1", photo);
        run(List.of(
                "exiftool",
                "-q",
                packed,
                "-overwrite_original",
                "-Artist=Fresh Eyes",
                "-EXIF:GPSLatitude=45.25",
                "-EXIF:GPSLatitudeRef=N",
                "-EXIF:GPSLongitude=13.5",
                "-EXIF:GPSLongitudeRef=E",
                "-XMP-exif:GPSLatitude=45.25",
                "-XMP-exif:GPSLongitude=13.5",
                photo.toString()));
        var command = List.of("exiftool", "-s", "-n");
        assertThat(facts(Stream.concat(command.stream(), Stream.of(photo.toString()))
                        .toList()))
                .containsKeys("GPSLatitude", "GPSLongitude");

        var asset = read(photo).asset();
        var delivered = folder.resolve("delivered%s.%s".formatted(packed, kind));
        assets.read(Actor.anonymous(), Perspective.LIVE, asset.key(), (found, content) -> {
            Files.copy(content, delivered, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return found;
        });

        assertThat(Files.size(delivered)).isEqualTo(Files.size(photo));
        assertThat(facts(Stream.concat(command.stream(), Stream.of(delivered.toString()))
                        .toList()))
                .containsEntry("Artist", "Fresh Eyes")
                .doesNotContainKeys("GPSLatitude", "GPSLongitude", "GPSPosition", "Warning");
        // Its check sums hold, and not a pixel is another.
        run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-xerror",
                "-err_detect",
                "crccheck",
                "-i",
                delivered.toString(),
                "-f",
                "null",
                "-"));
        assertThat(pixels(delivered)).isEqualTo(pixels(photo));
    }

    /** Once with the coordinates behind the pictures, as cameras write them, and once before; in the boxes of MP4, of QuickTime and of telephones. */
    @ParameterizedTest
    @CsvSource({
        "phone.mp4, location=+45.2500+013.5000/, +empty_moov+default_base_moof",
        "phone-first.mp4, location=+45.2500+013.5000/, +faststart",
        "keys.mov, com.apple.quicktime.location.ISO6709=+45.2500+013.5000+010.000/, +use_metadata_tags",
        "keys.mp4, location=+45.2500+013.5000/, +use_metadata_tags",
        "camera.mov, location=+45.2500+013.5000/, +write_colr",
        "old.3gp, location=+45.2500+013.5000/, +write_colr"
    })
    void filmsDoNotTellReadersThePlaceTheyWereMadeAt(String name, String place, String flags) throws Exception {
        var film = folder.resolve(name);
        run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=duration=2:size=176x144:rate=25",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=330:duration=2",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-metadata",
                place,
                "-metadata",
                "title=Fresh Eyes",
                "-movflags",
                flags,
                film.toString()));
        if (name.equals("camera.mov")) {
            run(List.of(
                    "exiftool",
                    "-q",
                    "-overwrite_original",
                    "-Keys:GPSCoordinates=45.25 13.5 10",
                    "-ItemList:GPSCoordinates=45.25 13.5 10",
                    "-XMP-exif:GPSLatitude=45.25",
                    "-XMP-exif:GPSLongitude=13.5",
                    film.toString()));
        }
        assertThat(places(film)).isNotEmpty();

        var asset = assets.upload(EDITOR, Upload.of(film, "/fresh"));
        var delivered = folder.resolve("delivered-" + name);
        assets.read(Actor.anonymous(), Perspective.LIVE, asset.key(), (found, content) -> {
            Files.copy(content, delivered, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return found;
        });
        var kept = assets.read(EDITOR, Perspective.DRAFT, asset.key(), (found, content) -> content.readAllBytes());

        assertThat(places(delivered)).isEmpty();
        assertThat(facts(List.of("exiftool", "-s", "-n", delivered.toString())))
                .containsEntry("Title", "Fresh Eyes")
                .doesNotContainKey("Warning");
        assertThat(ffprobe(delivered)).isEqualTo(ffprobe(film)).isNotEmpty();
        assertThat(Files.size(delivered)).isEqualTo(Files.size(film));
        assertThat(pixels(delivered)).isEqualTo(pixels(film));
        assertThat(kept).contains(Files.readAllBytes(film));
    }

    /** What exiftool and ffprobe know of the place. */
    private static List<String> places(Path film) throws Exception {
        return Stream.concat(
                        run(List.of("exiftool", "-s", "-n", "-ee", "-a", film.toString()))
                                .lines(),
                        run(List.of("ffprobe", "-v", "error", "-show_format", "-show_streams", film.toString()))
                                .lines())
                .filter(line -> line.matches("(?i)(GPS|Location|TAG:.*location).*"))
                .toList();
    }

    private String pixels(Path picture) throws Exception {
        var sum = folder.resolve("sum.md5");
        run(List.of("ffmpeg", "-v", "error", "-y", "-i", picture.toString(), "-f", "md5", sum.toString()));
        return Files.readString(sum);
    }

    @Test
    void aDrawingIsAsExiftoolSaysItIs() throws Exception {
        var drawing = folder.resolve("drawing.png");
        run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=123x77:rate=1",
                "-frames:v",
                "1",
                drawing.toString()));
        var known = read(drawing).metadata().values();

        var said = facts(List.of("exiftool", "-s", "-n", drawing.toString()));
        assertThat(number(known, "width")).isEqualTo(Double.parseDouble(said.get("ImageWidth")));
        assertThat(number(known, "height")).isEqualTo(Double.parseDouble(said.get("ImageHeight")));
        assertThat(text(known, "orientation")).isEqualTo("landscape");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void aPdfIsAsPdfinfoSaysItIs(int pages) throws Exception {
        var document = folder.resolve("plan-%d.pdf".formatted(pages));
        Files.write(document, pdf(pages));
        var details = read(document);
        var known = details.metadata().values();

        var said = facts(List.of("pdfinfo", document.toString()));
        assertThat(said.get("Pages")).isEqualTo(Integer.toString(pages));
        assertThat(number(known, "pages")).isEqualTo(Double.parseDouble(said.get("Pages")));
        assertThat(text(known, "title")).isEqualTo(said.get("Title"));
        assertThat(text(known, "creator")).isEqualTo(said.get("Author"));
        var texts = repository.read(
                EDITOR,
                reader -> AssetTexts.pages(
                        reader, Perspective.DRAFT, details.asset().key()));
        assertThat(texts).hasSize(pages);
        assertThat(texts.getLast()).contains("This is page number " + pages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy.pdf", "letter.docx", "table.xlsx", "slides.pptx", "letter.odt"})
    void theSamplesOfOfficesAreAsTheToolsSayToday(String name) throws Exception {
        var document = Files.write(folder.resolve(name), HostileFiles.sample(name));
        var details = read(document);

        var said = facts(List.of("exiftool", "-s", "-n", document.toString()));
        var type = said.get("MIMEType").replace("opendocument.text-web", "opendocument.text");
        // Without Perl's Archive::Zip, exiftool does not look into archives.
        if (!type.equals("application/zip")) {
            assertThat(details.asset().mimeType()).startsWith(type);
        }
        if (said.containsKey("Title") && !said.get("Title").isBlank()) {
            assertThat(text(details.metadata().values(), "title")).isEqualTo(said.get("Title"));
        }
        if (name.endsWith(".pdf")) {
            assertThat(number(details.metadata().values(), "pages"))
                    .isEqualTo(Double.parseDouble(
                            facts(List.of("pdfinfo", document.toString())).get("Pages")));
        }
    }

    @Test
    void subtitlesAreWhatFfprobeTakesThemFor() throws Exception {
        var captions = Files.write(folder.resolve("captions.vtt"), HostileFiles.sample("captions.vtt"));
        assertThat(read(captions).asset().mimeType()).isEqualTo("text/vtt");
        assertThat(ffprobe(captions).get("subtitle.codec_name")).isEqualTo("webvtt");
    }

    private AssetDetails read(Path file) throws IOException {
        var asset = assets.upload(EDITOR, Upload.of(file, "/fresh"));
        reading.read(asset.id());
        var details = describe.details(EDITOR, asset.key()).orElseThrow();
        assertThat(details.metadata().note()).isNull();
        assertThat(details.metadata().extraction()).isEqualTo(Extraction.DONE);
        return details;
    }

    private static Double number(Map<String, Value> known, String name) {
        assertThat(known).containsKey(name);
        return Double.parseDouble(known.get(name).asText());
    }

    private static String text(Map<String, Value> known, String name) {
        assertThat(known).containsKey(name);
        return known.get(name).asText();
    }

    /** By kind of stream: {@code video.width}; of the whole file {@code format.duration}. */
    private static Map<String, String> ffprobe(Path file) throws Exception {
        var said = new HashMap<String, String>();
        var kind = "";
        var command = List.of(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "stream=codec_type,codec_name,width,height,sample_rate:format=duration",
                "-of",
                "default",
                file.toString());
        var section = new HashMap<String, String>();
        for (var line : run(command).lines().toList()) {
            if (line.startsWith("[/")) {
                var prefix = kind.equals("FORMAT") ? "format" : section.getOrDefault("codec_type", "other");
                section.forEach((name, value) -> said.put(prefix + "." + name, value));
                section.clear();
            } else if (line.startsWith("[")) {
                kind = line.substring(1, line.length() - 1);
            } else if (line.contains("=")) {
                section.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return said;
    }

    private static Map<String, String> facts(List<String> command) throws Exception {
        var said = new HashMap<String, String>();
        var fact = FACT.matcher(run(command));
        while (fact.find()) {
            said.putIfAbsent(fact.group(1).strip(), fact.group(2).strip());
        }
        return said;
    }

    private static String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + ": " + said).isZero();
        return said;
    }

    /** A document of so many pages, each with a sentence, as plain as the format allows. */
    private static byte[] pdf(int pages) {
        var objects = new ArrayList<String>();
        var kids = new StringBuilder();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        objects.add("<< /Title (A fresh plan) /Author (Fresh Office) >>");
        for (var page = 1; page <= pages; page++) {
            var text = "BT /F1 18 Tf 60 700 Td (This is page number %d of the plan.) Tj ET".formatted(page);
            kids.append("%d 0 R ".formatted(objects.size() + 1));
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
                            .formatted(objects.size() + 2));
            objects.add("<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text));
        }
        objects.set(1, "<< /Type /Pages /Kids [%s] /Count %d >>".formatted(kids, pages));
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (var object = 0; object < objects.size(); object++) {
            places.add(file.length());
            file.append("%d 0 obj\n%s\nendobj\n".formatted(object + 1, objects.get(object)));
        }
        var table = file.length();
        file.append("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        file.append("trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.size() + 1, table));
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void photograph(String source, Path to) throws Exception {
        run(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, "-frames:v", "1", to.toString()));
    }
}
