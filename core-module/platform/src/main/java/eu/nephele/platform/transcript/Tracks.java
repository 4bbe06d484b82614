package eu.nephele.platform.transcript;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.authoring.SavedEntry;
import eu.nephele.platform.definition.TimedShapes;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.Upload;
import eu.nephele.platform.timedtext.Cue;
import eu.nephele.platform.timedtext.EntryTracks;
import eu.nephele.platform.timedtext.TimedTextFormat;
import eu.nephele.platform.timedtext.Track;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tracks of drafts: captions, subtitles, descriptions and chapters of films. */
public final class Tracks {

    private static final List<String> KINDS = List.of("captions", "subtitles", "descriptions", "chapters");
    private static final String FOLDER = "/tracks";

    /**
     * A track as editors see it.
     *
     * @param source {@code file}, {@code transcript} or {@code chapters}
     * @param asset null for one that is no file
     * @param texts how many; null for a file that cannot be read
     * @param problem why it cannot be read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listed(
            String kind,
            String locale,
            @Nullable String label,
            String source,
            @Nullable String asset,
            @Nullable Integer texts,
            @Nullable String problem) {}

    /** A file to be attached. */
    public record Incoming(
            String kind,
            String locale,
            @Nullable String label,
            String fileName,
            byte[] content,
            @Nullable String encoding) {}

    private final Drafts drafts;
    private final SaveEntry saveEntry;
    private final Assets assets;

    public Tracks(Drafts drafts, SaveEntry saveEntry, Assets assets) {
        this.drafts = drafts;
        this.saveEntry = saveEntry;
        this.assets = assets;
    }

    /** @throws PlatformException ENTRY_NOT_FOUND */
    public List<Listed> list(Actor actor, String contentType, String id) {
        var entries = new DraftEntries(drafts, actor);
        var entry = entries.require(contentType, id);
        var tracks = entries.tracks();
        return tracks.of(entry).stream()
                .map(track -> listed(actor, track, tracks, entry))
                .toList();
    }

    private Listed listed(Actor actor, Track track, EntryTracks tracks, EntryTracks.Found entry) {
        Integer texts = null;
        String problem = null;
        try {
            var asset = track.asset();
            texts = asset == null
                    ? tracks.cues(entry, track).size()
                    : read(actor, asset).cues().size();
        } catch (PlatformException unreadable) {
            problem = unreadable.getMessage();
        }
        var source = track.source().name().toLowerCase(Locale.ROOT);
        return new Listed(track.kind(), track.locale(), track.label(), source, track.asset(), texts, problem);
    }

    /** @throws PlatformException ENTRY_NOT_FOUND, PATH_NOT_FOUND for a track that is not there, INVALID_VALUE for a file that cannot be read */
    public String text(Actor actor, String contentType, String id, String kind, String locale, TimedTextFormat format) {
        var entries = new DraftEntries(drafts, actor);
        var entry = entries.require(contentType, id);
        var tracks = entries.tracks();
        var track = tracks.of(entry).stream()
                .filter(one -> one.is(kind, locale))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.PATH_NOT_FOUND, say("There are no %s in %s here", kind, locale)));
        var asset = track.asset();
        if (asset == null) {
            return format.write(tracks.cues(entry, track));
        }
        var file = read(actor, asset);
        return file.format() == format ? file.text() : format.write(file.cues());
    }

    private record File(TimedTextFormat format, String text) {

        List<Cue> cues() {
            return format.read(text);
        }
    }

    private File read(Actor actor, String asset) {
        return assets.read(actor, Perspective.DRAFT, asset, (found, content) -> {
                    var bytes = content.readNBytes(TimedTextFormat.MOST_BYTES + 1);
                    return new File(TimedTextFormat.of(bytes), TimedTextFormat.text(bytes, null));
                })
                .orElseThrow(
                        () -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", asset)));
    }

    /**
     * Attaches a file, in place of the one of the same kind and locale if there is one. It is kept as it came, but in UTF-8.
     *
     * @throws PlatformException INVALID_VALUE with the lines that are not right; BAD_REQUEST for another kind or locale, or a type without tracks;
     *     ENTRY_NOT_FOUND, STALE_REVISION, ACCESS_DENIED
     */
    public SavedEntry put(Actor actor, String contentType, String id, @Nullable Long revision, Incoming incoming) {
        var entry = new DraftEntries(drafts, actor).require(contentType, id);
        var property = property(entry);
        requireKnown("kind", incoming.kind(), Set.copyOf(KINDS));
        requireKnown("locale", incoming.locale(), languages(entry, property));
        DraftEntries.requireRevision(entry.node(), revision);
        var text = TimedTextFormat.text(incoming.content(), incoming.encoding());
        TimedTextFormat.of(incoming.content()).read(text);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var upload = new Upload(incoming.fileName(), FOLDER, bytes.length, () -> new ByteArrayInputStream(bytes));
        var asset = assets.upload(actor, upload);
        var track = new LinkedHashMap<String, Object>();
        track.put(TimedShapes.LOCALE, incoming.locale());
        track.put(TimedShapes.KIND, incoming.kind());
        track.put(TimedShapes.FILE, asset.key());
        if (incoming.label() != null && !incoming.label().isBlank() && hasLabel(entry, property)) {
            track.put(TimedShapes.LABEL, incoming.label());
        }
        return save(actor, entry, revision, property, incoming.kind(), incoming.locale(), track);
    }

    /** Takes a file away from the entry; the asset stays in the library. */
    public SavedEntry remove(
            Actor actor, String contentType, String id, @Nullable Long revision, String kind, String locale) {
        var entry = new DraftEntries(drafts, actor).require(contentType, id);
        return save(actor, entry, revision, property(entry), kind, locale, null);
    }

    private SavedEntry save(
            Actor actor,
            EntryTracks.Found entry,
            @Nullable Long revision,
            Property property,
            String kind,
            String locale,
            @Nullable Map<String, Object> track) {
        var tracks = new ArrayList<Object>();
        var isPlaced = false;
        var plain =
                PlainEntry.of(drafts.definitions(), entry.type(), entry.node()).get(property.name());
        if (plain instanceof List<?> several) {
            for (var one : several) {
                var same = one instanceof Map<?, ?> map
                        && kind.equals(map.get(TimedShapes.KIND))
                        && locale.equals(map.get(TimedShapes.LOCALE));
                if (!same) {
                    tracks.add(one);
                } else if (track != null && !isPlaced) {
                    tracks.add(track);
                    isPlaced = true;
                }
            }
        }
        if (track != null && !isPlaced) {
            tracks.add(track);
        }
        var started = revision == null ? (Long) DraftEntries.revision(entry.node()) : revision;
        var changed = new LinkedHashMap<String, Object>();
        changed.put(property.name(), tracks.isEmpty() ? null : tracks);
        return saveEntry.change(actor, entry.type().name(), entry.node().id(), started, changed);
    }

    private Property property(EntryTracks.Found entry) {
        return TimedShapes.tracks(drafts.definitions(), entry.type())
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.BAD_REQUEST,
                        say(
                                "`%s` has no tracks: no list with kind, locale and file",
                                entry.type().name())));
    }

    private boolean hasLabel(EntryTracks.Found entry, Property tracks) {
        return field(entry, tracks, TimedShapes.LABEL) != null;
    }

    private @Nullable Property field(EntryTracks.Found entry, Property tracks, String name) {
        return drafts.definitions()
                .nested(entry.type(), (PropertyType.Nested) tracks.type())
                .flatMap(found -> found.model().property(name))
                .orElse(null);
    }

    /** The codes that the track's locale can have: those of its vocabulary, else the locales of content. */
    private Set<String> languages(EntryTracks.Found entry, Property tracks) {
        var locale = field(entry, tracks, TimedShapes.LOCALE);
        var vocabulary = locale == null || locale.vocabulary() == null
                ? null
                : drafts.definitions().vocabularies().get(locale.vocabulary());
        var codes = new TreeSet<String>();
        if (vocabulary != null) {
            vocabulary.terms().forEach(term -> codes.add(term.code()));
        } else {
            drafts.definitions().site().locales().forEach(one -> codes.add(one.id()));
        }
        return codes;
    }

    private static void requireKnown(String name, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "%s: `%s` is not known; there are %s"
                            .formatted(
                                    name,
                                    value,
                                    String.join(", ", known.stream().sorted().toList())));
        }
    }
}
