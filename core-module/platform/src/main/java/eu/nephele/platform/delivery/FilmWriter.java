package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.TimedShapes;
import eu.nephele.platform.delivery.Rendering.Found;
import eu.nephele.platform.externalvideo.ExternalVideo;
import eu.nephele.platform.timedtext.EntryTracks;
import eu.nephele.platform.timedtext.Track;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what follows from the films of an entry: {@code @tracks} for a player's {@code track} elements, {@code @chapters} and {@code @poster} with
 * pictures of the film, {@code @embed} for a film that lies with others.
 */
final class FilmWriter {

    private static final int POSTER_WIDTH = 1_280;
    private static final int CHAPTER_WIDTH = 320;
    private static final String POSTER = "poster";
    private static final String POSTER_AT = "posterAt";

    private final JsonGenerator json;
    private final Rendering rendering;
    private final Endpoints endpoints;
    private final Links links;

    FilmWriter(JsonGenerator json, Rendering rendering) {
        this.json = json;
        this.rendering = rendering;
        this.endpoints = rendering.plan.endpoints;
        this.links = new Links(rendering.settings.linkBase());
    }

    void write(ContentNode node, Shape shape, ItemOptions options) {
        if (endpoints.shapes.entry(shape.type().name()) != shape) {
            return;
        }
        if (EntryTracks.has(endpoints.definitions, shape.type())
                && options.fields().isEmpty()) {
            var entry = new EntryTracks.Found(shape.type(), node);
            var entryTracks = tracks();
            tracks(node, entryTracks.of(entry));
            pictures(node, entry);
        }
        embed(node, shape, options);
    }

    private EntryTracks tracks() {
        return new EntryTracks(endpoints.definitions, id -> rendering.find(id).flatMap(this::whole), this::withFacts);
    }

    private Optional<EntryTracks.Found> whole(Found found) {
        var shape = found.shape();
        if (shape == null) {
            return Optional.empty();
        }
        var levels = rendering.plan.levels(found.location().workspace());
        return Optional.of(new EntryTracks.Found(shape.type(), rendering.withChildren(found, levels)));
    }

    private void tracks(ContentNode node, List<Track> tracks) {
        json.writeName("@tracks");
        json.writeStartArray();
        for (var track : tracks) {
            var tag = endpoints
                    .definitions
                    .site()
                    .locale(track.locale())
                    .map(locale -> locale.languageTag())
                    .orElse(track.locale());
            json.writeStartObject();
            json.writeStringProperty("kind", track.kind());
            json.writeStringProperty("locale", track.locale());
            json.writeStringProperty("srclang", tag);
            json.writeStringProperty("label", track.label() == null ? ownName(tag) : track.label());
            json.writeStringProperty("source", track.source().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("src", links.track(node.id(), track.kind(), track.locale()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void pictures(ContentNode node, EntryTracks.Found entry) {
        var film = film(node);
        if (film == null) {
            return;
        }
        var poster = node.text(POSTER);
        if (poster == null) {
            var link = picture(film, POSTER_WIDTH, EntryTracks.number(node, POSTER_AT));
            if (link != null) {
                json.writeStringProperty("@poster", link);
            }
        }
        var chapters = TimedShapes.chapters(endpoints.definitions, entry.type())
                .flatMap(property -> node.child(property.name()))
                .map(ContentNode::children)
                .orElse(List.of());
        if (!chapters.isEmpty()) {
            chapters(chapters, film);
        }
    }

    private void chapters(List<ContentNode> chapters, ContentNode film) {
        json.writeName("@chapters");
        json.writeStartArray();
        chapters.stream()
                .sorted(Comparator.comparingDouble(chapter -> EntryTracks.number(chapter, TimedShapes.START)))
                .forEach(chapter -> {
                    var start = EntryTracks.number(chapter, TimedShapes.START);
                    json.writeStartObject();
                    json.writeNumberProperty("start", start);
                    var title = endpoints
                            .localization
                            .properties(chapter, null, rendering.language, false)
                            .get(TimedShapes.TITLE);
                    if (title != null) {
                        json.writeStringProperty("title", title.asText());
                    }
                    var link = picture(film, CHAPTER_WIDTH, start);
                    if (link != null) {
                        json.writeStringProperty("thumbnail", link);
                    }
                    json.writeEndObject();
                });
        json.writeEndArray();
    }

    /** The asset that is the entry's film; null where it has none. */
    private @Nullable ContentNode film(ContentNode node) {
        var file = node.text(TimedShapes.FILE);
        if (file == null || !file.startsWith("jcr:")) {
            return null;
        }
        return withFacts(file.substring("jcr:".length()))
                .filter(asset -> AssetWriter.isVideo(asset))
                .orElse(null);
    }

    private Optional<ContentNode> withFacts(String asset) {
        return rendering.find(asset).map(found -> rendering.withChildren(found, 1));
    }

    private @Nullable String picture(ContentNode film, int width, double second) {
        var link = endpoints.pictures.link("jcr:" + film.id(), AssetWriter.fileName(film), width, second);
        return link == null ? null : links.absolute(link);
    }

    /** Nothing of the provider is fetched here, and nothing should be by a page before its visitor agreed. */
    private void embed(ContentNode node, Shape shape, ItemOptions options) {
        for (var property : shape.properties().values()) {
            var address =
                    property.type() == Scalar.STRING && property.validation().externalVideo()
                            ? node.text(property.name())
                            : null;
            var video = address == null || property.confidential() || !options.shows(property.name())
                    ? Optional.<ExternalVideo>empty()
                    : ExternalVideo.of(address);
            if (video.isPresent()) {
                json.writeName("@embed");
                json.writeStartObject();
                json.writeStringProperty("provider", video.get().provider());
                json.writeStringProperty("videoId", video.get().id());
                json.writeStringProperty("host", video.get().host());
                json.writeStringProperty("pageUrl", video.get().pageUrl());
                json.writeStringProperty("embedUrl", video.get().embedUrl());
                json.writeBooleanProperty("requiresConsent", true);
                json.writeEndObject();
                return;
            }
        }
    }

    /** As it calls itself, which who needs it can read. */
    private static String ownName(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayName(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
