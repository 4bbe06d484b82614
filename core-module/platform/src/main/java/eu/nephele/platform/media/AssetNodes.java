package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.media.extract.PictureSize;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored form of an asset, Magnolia's: {@code mgnl:asset} with a child {@code jcr:content} that holds the file. */
final class AssetNodes {

    static final String NODE_TYPE = "mgnl:asset";
    static final String RESOURCE = "jcr:content";
    static final String DATA = "jcr:data";

    private static final String MIME_TYPE = "jcr:mimeType";

    /** What was found out about an uploaded file. */
    record File(String fileName, String mimeType, long size, Optional<PictureSize> picture) {}

    private AssetNodes() {}

    static ContentNode node(String id, String name, File file, String actor, OffsetDateTime now, long revision) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put("name", Value.of(name));
        properties.put("type", Value.of(FileNames.extension(file.fileName())));
        properties.put(SystemProperties.CREATED, Value.of(now));
        properties.put(SystemProperties.CREATED_BY, Value.of(actor));
        properties.put(SystemProperties.LAST_MODIFIED, Value.of(now));
        properties.put(SystemProperties.LAST_MODIFIED_BY, Value.of(actor));
        properties.put(SystemProperties.ACTIVATION_STATUS, Value.of(true));
        properties.put(SystemProperties.LAST_ACTIVATED, Value.of(now));
        properties.put(SystemProperties.LAST_ACTIVATED_BY, Value.of(actor));
        properties.put(SystemProperties.REVISION, Value.of(revision));
        var resource = ContentNode.unstored(RESOURCE, "mgnl:resource", resource(file), List.of());
        return new ContentNode(id, name, "", NODE_TYPE, properties, List.of(resource));
    }

    private static Map<String, Value> resource(File file) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put(MIME_TYPE, Value.of(file.mimeType()));
        properties.put("fileName", Value.of(file.fileName()));
        properties.put("extension", Value.of(FileNames.extension(file.fileName())));
        properties.put("size", Value.of(file.size()));
        file.picture().ifPresent(picture -> {
            properties.put("width", Value.of((long) picture.width()));
            properties.put("height", Value.of((long) picture.height()));
        });
        return properties;
    }

    static Asset asset(ContentNode node) {
        var resource = node.child(RESOURCE)
                .orElseThrow(() -> new IllegalStateException("Asset %s has no %s".formatted(node.path(), RESOURCE)));
        var fileName = resource.text("fileName");
        var mimeType = resource.text(MIME_TYPE);
        var size = number(resource.value("size"));
        var revision = number(node.value(SystemProperties.REVISION));
        return new Asset(
                node.id(),
                node.path(),
                fileName == null ? node.name() : fileName,
                mimeType == null ? "application/octet-stream" : mimeType,
                size == null ? 0 : size,
                number(resource.value("width")),
                number(resource.value("height")),
                revision == null ? 0 : revision,
                moment(node.value(SystemProperties.LAST_MODIFIED)));
    }

    private static @Nullable Long number(@Nullable Value value) {
        return value instanceof Value.Whole whole ? (Long) whole.number() : null;
    }

    private static Instant moment(@Nullable Value value) {
        return value instanceof Value.Moment moment ? moment.moment().toInstant() : Instant.EPOCH;
    }
}
