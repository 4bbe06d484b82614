package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.OpenApiShapes.map;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TimedShapes;
import eu.nephele.platform.timedtext.EntryTracks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes what {@link FilmWriter} adds to entries. */
final class OpenApiFilms {

    private static final Map<String, Object> TEXT = map("type", "string");
    private static final Map<String, Object> SECONDS = map("type", "number", "description", "Seconds");
    private static final Map<String, Object> LINK = map("type", "string", "format", "uri-reference");

    private OpenApiFilms() {}

    static Map<String, Object> of(Definitions definitions, ContentType type) {
        var added = new LinkedHashMap<String, Object>();
        if (EntryTracks.has(definitions, type)) {
            added.put(
                    "@tracks",
                    list(
                            "For the `track` elements of a player; `src` is WebVTT, with `.srt` in place of `.vtt` SubRip",
                            "kind",
                            map("type", "string", "enum", List.of("captions", "subtitles", "descriptions", "chapters")),
                            "locale",
                            TEXT,
                            "srclang",
                            TEXT,
                            "label",
                            TEXT,
                            "source",
                            map("type", "string", "enum", List.of("file", "transcript", "chapters")),
                            "src",
                            LINK));
        }
        if (TimedShapes.chapters(definitions, type).isPresent()) {
            added.put(
                    "@chapters",
                    list(
                            "In order of time, with a picture of the film",
                            "start",
                            SECONDS,
                            "title",
                            TEXT,
                            "thumbnail",
                            LINK));
            added.put(
                    "@poster",
                    map("type", "string", "description", "A picture of the film, where no poster was chosen"));
        }
        if (type.model().properties().stream()
                .anyMatch(property -> property.validation().externalVideo())) {
            added.put(
                    "@embed",
                    map(
                            "type",
                            "object",
                            "description",
                            "A film with somebody else; its player must not be loaded before the visitor agreed",
                            "properties",
                            map(
                                    "provider",
                                    map("type", "string", "enum", List.of("youtube", "vimeo", "peertube")),
                                    "videoId",
                                    TEXT,
                                    "host",
                                    TEXT,
                                    "pageUrl",
                                    LINK,
                                    "embedUrl",
                                    LINK,
                                    "requiresConsent",
                                    map("type", "boolean", "const", true))));
        }
        return added;
    }

    private static Map<String, Object> list(String description, Object... members) {
        return map(
                "type",
                "array",
                "description",
                description,
                "items",
                map("type", "object", "properties", map(members)));
    }
}
