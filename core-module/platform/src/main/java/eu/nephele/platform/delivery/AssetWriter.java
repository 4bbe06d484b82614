package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.definition.EndpointDefinition.Resolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes an asset as Magnolia does: identity, link, metadata (all of it strings), links of renditions. */
final class AssetWriter {

    static final String CONTENT = "jcr:content";

    /** What is known of the file: duration, pages, language, ... */
    private static final String KNOWN = "metadata";

    private static final String THUMBNAIL = "thumbnail";
    /** Where a picture was taken is nobody's business; when, and who corrected what, is the editors'; a thumbnail is seen by its links. */
    private static final Set<String> NOT_DELIVERED =
            Set.of("latitude", "longitude", "corrected", "created", "keywords", THUMBNAIL);

    private static final List<String> DESCRIBING = List.of(
            "title",
            "caption",
            "description",
            "alt",
            "licence",
            "rights",
            "publisher",
            "source",
            "coverage",
            "creator",
            "contributor",
            "subject",
            "date");
    private static final List<String> ALWAYS_LISTS = List.of("creator", "contributor", "subject");
    private static final String RIGHTS_IN_STORE = "copyright";

    private final JsonGenerator json;
    private final Links links;
    private final Localization localization;
    private final Language language;
    private final Predicate<String> shows;

    /** @param shows which of the metadata, by name */
    AssetWriter(
            JsonGenerator json, Links links, Localization localization, Language language, Predicate<String> shows) {
        this.shows = shows;
        this.json = json;
        this.links = links;
        this.localization = localization;
        this.language = language;
    }

    void write(ContentNode asset, Resolver.Asset resolver) {
        var content = asset.child(CONTENT).orElse(null);
        var fileName = fileName(asset, content);
        json.writeStartObject();
        if (resolver.expand()) {
            json.writeStringProperty("@name", asset.name());
            json.writeStringProperty("@path", asset.path());
        }
        json.writeStringProperty("@id", "jcr:" + asset.id());
        if (resolver.includeDownloadLink()) {
            json.writeStringProperty("@link", link(asset, links));
        }
        if (resolver.expand() && resolver.includeAssetMetadata()) {
            json.writeName("metadata");
            json.writeStartObject();
            metadata(asset, content, fileName).forEach(this::metadatum);
            json.writeEndObject();
        }
        var mimeType = mimeType(asset, content);
        if (!resolver.assetRenditions().isEmpty() && (hasPicture(mimeType) || bringsPicture(asset))) {
            renditions(asset, resolver.assetRenditions(), mimeType, fileName);
        }
        json.writeEndObject();
    }

    private Map<String, Value> metadata(ContentNode asset, @Nullable ContentNode content, String fileName) {
        var texts = localization.properties(asset, null, language, false);
        var metadata = new LinkedHashMap<String, Value>();
        metadata.put("fileName", Value.of(fileName));
        var mimeType = mimeType(asset, content);
        put(metadata, "mimeType", mimeType == null ? null : Value.of(mimeType));
        DESCRIBING.forEach(name -> put(metadata, name, texts.get(name)));
        if (!metadata.containsKey("rights")) {
            put(metadata, "rights", texts.get(RIGHTS_IN_STORE));
        }
        put(metadata, "fileSize", either(content, asset, "size"));
        put(metadata, "height", either(content, asset, "height"));
        put(metadata, "width", either(content, asset, "width"));
        put(metadata, "format", mimeType == null ? null : Value.of(mimeType));
        asset.child(KNOWN)
                .ifPresent(known -> known.properties().forEach((name, value) -> {
                    if (!SystemProperties.isSystem(name) && !NOT_DELIVERED.contains(name)) {
                        metadata.putIfAbsent(name, value);
                    }
                }));
        language(metadata.get("language"), metadata);
        put(metadata, "created", asset.value(SystemProperties.CREATED));
        put(metadata, "modified", asset.value(SystemProperties.LAST_MODIFIED));
        metadata.keySet().removeIf(name -> !shows.test(name));
        return metadata;
    }

    /** So that a page can say that the document it attaches is in another language than the page. */
    private void language(@Nullable Value known, Map<String, Value> metadata) {
        if (known != null && !language.isRaw()) {
            metadata.put("otherLanguage", Value.of(!subtag(known.asText()).equals(subtag(language.id()))));
        }
    }

    private static String subtag(String language) {
        return language.split("[-_]")[0].toLowerCase(Locale.ROOT);
    }

    private void metadatum(String name, Value value) {
        json.writeName(name);
        if (value instanceof Value.Many || ALWAYS_LISTS.contains(name)) {
            json.writeStartArray();
            value.each().forEach(one -> json.writeString(text(one)));
            json.writeEndArray();
        } else {
            json.writeString(text(value));
        }
    }

    /** Of sound no picture is made, of office files only the one they bring: a link to another would lead nowhere. */
    private static boolean hasPicture(@Nullable String mimeType) {
        return mimeType == null
                || mimeType.startsWith("image/")
                || mimeType.startsWith("video/")
                || mimeType.equals("application/pdf");
    }

    private static boolean bringsPicture(ContentNode asset) {
        return asset.child(KNOWN)
                .map(known -> known.value(THUMBNAIL) instanceof Value.Flag(boolean brought) && brought)
                .orElse(false);
    }

    private void renditions(ContentNode asset, List<String> names, @Nullable String mimeType, String fileName) {
        json.writeName("renditions");
        json.writeStartObject();
        for (var name : names) {
            json.writeName(name);
            json.writeStartObject();
            if (mimeType != null) {
                // Of what is no picture, one is made: of a document's first page, of a film's moment.
                json.writeStringProperty("mimeType", mimeType.startsWith("image/") ? mimeType : "image/jpeg");
            }
            json.writeStringProperty("link", links.rendition(name, asset.path(), fileName));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Where its file is; it changes with the file. */
    static String link(ContentNode asset, Links links) {
        var hash = either(asset.child(CONTENT).orElse(null), asset, "contentHash");
        return links.asset(asset.id(), fileName(asset), hash == null ? "" : hash.asText());
    }

    static String fileName(ContentNode asset) {
        return fileName(asset, asset.child(CONTENT).orElse(null));
    }

    static boolean isVideo(ContentNode asset) {
        var type = mimeType(asset, asset.child(CONTENT).orElse(null));
        return type != null && type.startsWith("video/");
    }

    private static String fileName(ContentNode asset, @Nullable ContentNode content) {
        var name = either(content, asset, "fileName");
        return name == null ? asset.name() : name.asText();
    }

    private static @Nullable String mimeType(ContentNode asset, @Nullable ContentNode content) {
        var type = either(content, asset, "jcr:mimeType");
        type = type == null ? either(content, asset, "mimeType") : type;
        return type == null ? null : type.asText();
    }

    private static @Nullable Value either(@Nullable ContentNode content, ContentNode asset, String property) {
        var value = content == null ? null : content.value(property);
        return value == null ? asset.value(property) : value;
    }

    private static void put(Map<String, Value> metadata, String name, @Nullable Value value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }

    private static String text(Value value) {
        return value instanceof Value.Moment moment ? ValueWriter.INSTANT.format(moment.moment()) : value.asText();
    }
}
