package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films whose boxes are put together here; {@link FreshFilesTest} looks at those of FFmpeg and ExifTool with their own eyes. */
class FilmPlaceTest {

    private static final String PLACE = "+45.2500+013.5000/";
    private static final Actor EDITOR = Actor.administrator("editor");
    private static final byte[] START = box("ftyp", text("qt  \0\0\0\0qt  "));
    private static final byte[] PICTURES = box("mdat", text("pictures that say nothing"));

    static List<byte[]> films() {
        var xyz = box("\u00a9xyz", new byte[] {0, 18, 0x15, (byte) 0xc7}, text(PLACE));
        var title = box("\u00a9nam", new byte[] {0, 3, 0, 0}, text("Sea"));
        var loci = box("loci", new byte[4], text("\0\0" + PLACE));
        var xmp = text("<rdf exif:GPSLatitude='" + PLACE + "' dc:title='Sea'/>");
        var uuid = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
        return List.of(
                film(box("moov", box("mvhd", new byte[100]), box("udta", title, xyz, new byte[4]))),
                film(box("moov", box("trak", box("tkhd", new byte[84]), box("udta", loci, title)), box("udta", title))),
                film(box("moov", metadata(new byte[0], "com.apple.quicktime.location.ISO6709"))),
                film(box("moov", box("udta", title, metadata(new byte[4], "location-eng")))),
                film(box("uuid", uuid, xmp), box("moov", box("udta", title))),
                film(box("moov", box("udta", title, box("XMP_", xmp)))),
                // With its length in eight bytes, as films of more than 4 GB have it.
                join(
                        START,
                        number(1),
                        text("mdat"),
                        number(0),
                        number(20),
                        number(7),
                        box("moov", box("udta", title, xyz))));
    }

    @ParameterizedTest
    @MethodSource("films")
    void theCopyForReadersHasNoPlaceAndEveryOtherByteWhereItWas(byte[] film) throws Exception {
        assertThat(latin(film)).contains(PLACE);
        try (var repository = ContentRepository.open(RepositorySettings.inMemory())) {
            var assets = new Assets(repository, MediaSettings.DEFAULT, Clock.systemUTC());
            var asset = assets.upload(
                    EDITOR, new Upload("sea.mov", "/films", film.length, () -> new ByteArrayInputStream(film)));
            assertThat(asset.mimeType()).isEqualTo("video/quicktime");
            var original =
                    assets.read(EDITOR, Perspective.DRAFT, asset.key(), (found, content) -> content.readAllBytes());
            var delivered = assets.read(
                            Actor.anonymous(),
                            Perspective.LIVE,
                            asset.key(),
                            (found, content) -> content.readAllBytes())
                    .orElseThrow();

            assertThat(original).contains(film);
            assertThat(delivered).hasSameSizeAs(film);
            assertThat(latin(delivered)).doesNotContain("45.25").contains("Sea").startsWith(latin(START));
            assertThat(latin(delivered).contains("pictures that say"))
                    .isEqualTo(latin(film).contains("pictures that say"));
            assertThat(WithoutPlace.isNeeded("video/mp4", () -> new ByteArrayInputStream(delivered)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mp4", "portrait.mov", "silent.mp4"})
    void aFilmWithoutAPlaceIsNotCopied(String name) throws Exception {
        var film = HostileFiles.sample(name);

        assertThat(WithoutPlace.isNeeded("video/mp4", () -> new ByteArrayInputStream(film)))
                .isFalse();
        assertThat(WithoutPlace.of("video/mp4", new ByteArrayInputStream(film)).readAllBytes())
                .isEqualTo(film);
    }

    /** Films of this size are read from the disk, where passing over costs nothing. */
    @Test
    void theLookIntoALargeFilmPassesOverItsPictures() throws Exception {
        var large = 3L * 1024 * 1024 * 1024;
        var head = join(START, number((int) (large + 8)), text("mdat"));
        var tail = box("moov", box("udta", box("\u00a9xyz", text(PLACE))));
        var pictures = new Nothing(large);
        var film = new Several(List.of(new ByteArrayInputStream(head), pictures, new ByteArrayInputStream(tail)));

        assertThat(FilmBoxes.tellPlace(film)).isTrue();
        assertThat(pictures.read).isLessThan(100);
    }

    @Test
    void aDamagedFilmIsHandedOnAsItIs() throws Exception {
        var film = film(box("moov", box("udta", box("\u00a9xyz", text("at home")))));
        for (var length = 0; length < film.length; length++) {
            var cut = Arrays.copyOf(film, length);
            assertThat(WithoutPlace.of("video/mp4", new ByteArrayInputStream(cut))
                            .readAllBytes())
                    .isEqualTo(cut);
        }
        var wrong = join(START, number(3), text("moov"), box("udta", new byte[9]));
        assertThat(WithoutPlace.of("video/mp4", new ByteArrayInputStream(wrong)).readAllBytes())
                .isEqualTo(wrong);
    }

    private static byte[] film(byte[]... described) {
        return join(START, PICTURES, join(described));
    }

    private static byte[] metadata(byte[] version, String place) {
        var keys = box("keys", number(0), number(2), box("mdta", text("title")), box("mdta", text(place)));
        var values = box(
                "ilst",
                join(number(24 + 3), number(1), box("data", number(1), number(0), text("Sea"))),
                join(number(24 + PLACE.length()), number(2), box("data", number(1), number(0), text(PLACE))));
        return box("meta", version, box("hdlr", new byte[24]), values, keys);
    }

    private static byte[] box(String type, byte[]... content) {
        var joined = join(content);
        return join(number(8 + joined.length), text(type), joined);
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** Zeros that are counted when they are read, not when they are passed over. */
    private static final class Nothing extends InputStream {

        private long left;
        private long read;

        Nothing(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            read++;
            return 0;
        }

        @Override
        public long skip(long count) {
            var skipped = Math.min(count, left);
            left -= skipped;
            return skipped;
        }
    }

    /** As a file would, it lets the parts be passed over. */
    private static final class Several extends InputStream {

        private final ArrayDeque<InputStream> parts;

        Several(List<InputStream> parts) {
            this.parts = new ArrayDeque<>(parts);
        }

        @Override
        public int read() throws IOException {
            while (!parts.isEmpty()) {
                var read = parts.peek().read();
                if (read >= 0) {
                    return read;
                }
                parts.poll();
            }
            return -1;
        }

        @Override
        public long skip(long count) throws IOException {
            return parts.isEmpty() ? 0 : parts.peek().skip(count);
        }
    }
}
