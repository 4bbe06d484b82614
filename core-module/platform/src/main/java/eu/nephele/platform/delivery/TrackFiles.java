package eu.nephele.platform.delivery;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.timedtext.EntryTracks;
import eu.nephele.platform.timedtext.TimedTextFormat;
import eu.nephele.platform.timedtext.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tracks of live entries as files: of those that one of our own endpoints delivers. */
final class TrackFiles {

    private static final String CONTENT = "jcr:content";
    private static final String DATA = "jcr:data";
    private static final String ASSET = "jcr:";

    private final LiveContent content;
    private final DeliverySettings settings;

    TrackFiles(LiveContent content, DeliverySettings settings) {
        this.content = content;
        this.settings = settings;
    }

    /** @throws PlatformException PATH_NOT_FOUND; INVALID_VALUE where the file behind it cannot be read */
    String text(Endpoints endpoints, String id, String kind, String locale, TimedTextFormat format) {
        return content.read(reader -> entry(endpoints, reader, id).flatMap(entry -> {
                    var tracks = entry.tracks();
                    return tracks.of(entry.found()).stream()
                            .filter(track -> track.is(kind, locale))
                            .findFirst()
                            .flatMap(track -> text(reader, entry, track, format));
                }))
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.PATH_NOT_FOUND, "There are no %s in %s here".formatted(kind, locale)));
    }

    /** A live entry with what it refers to. */
    record Entry(EntryTracks.Found found, EntryTracks tracks) {}

    Optional<Entry> entry(Endpoints endpoints, ContentReader reader, String id) {
        var at = reader.locate(Perspective.LIVE, id).orElse(null);
        var node = at == null ? null : reader.node(at, 0).orElse(null);
        var shape = node == null ? null : endpoints.shapes.entry(at.workspace(), node);
        if (shape == null) {
            return Optional.empty();
        }
        var plan = endpoints
                .endpointFor(node, at.workspace(), shape)
                .filter(found -> found.endpoint.nephele())
                .orElse(null);
        if (plan == null) {
            return Optional.empty();
        }
        var language = Language.raw(endpoints.definitions.site().defaultLocale());
        var rendering = new Rendering(plan, language, ItemOptions.ALL, reader, settings);
        EntryTracks.Entries entries = other -> rendering.find(other).flatMap(found -> whole(rendering, found));
        EntryTracks.Files files = file -> rendering.find(file).map(found -> rendering.withChildren(found, 1));
        return entries.find(id).map(found -> new Entry(found, new EntryTracks(endpoints.definitions, entries, files)));
    }

    private static Optional<EntryTracks.Found> whole(Rendering rendering, Rendering.Found found) {
        var shape = found.shape();
        return shape == null
                ? Optional.empty()
                : Optional.of(new EntryTracks.Found(shape.type(), rendering.withChildren(found, Integer.MAX_VALUE)));
    }

    private static Optional<String> text(ContentReader reader, Entry entry, Track track, TimedTextFormat format) {
        var asset = track.asset();
        if (asset == null) {
            return Optional.of(format.write(entry.tracks().cues(entry.found(), track)));
        }
        var bytes = bytes(reader, asset);
        if (bytes == null) {
            return Optional.empty();
        }
        var stored = TimedTextFormat.of(bytes);
        var text = TimedTextFormat.text(bytes, null);
        // A file of the same format is given as it is, with its notes and styles.
        return Optional.of(stored == format ? text.replace("\ufeff", "") : format.write(stored.read(text)));
    }

    /** The content of a live asset; null where there is none. */
    static byte @Nullable [] bytes(ContentReader reader, String asset) {
        if (!asset.startsWith(ASSET)) {
            return null;
        }
        var binary = reader.locate(Perspective.LIVE, asset.substring(ASSET.length()))
                .flatMap(at -> reader.binary(at.child(CONTENT), DATA))
                .orElse(null);
        if (binary == null) {
            return null;
        }
        try (binary) {
            return binary.readNBytes(TimedTextFormat.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
