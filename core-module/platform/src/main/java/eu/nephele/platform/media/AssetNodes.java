package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.AssetMetadata.Extraction;
import eu.nephele.platform.media.extract.PictureSize;
import eu.nephele.platform.repository.ContentWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an asset, Magnolia's: {@code mgnl:asset} with a child {@code jcr:content} that holds the file. Ours beside it: {@code metadata}, what is
 * known of the file, and {@code extracted}, what the file itself says, with its text in a child of that.
 */
final class AssetNodes {

    static final String NODE_TYPE = "mgnl:asset";
    static final String RESOURCE = "jcr:content";
    static final String DATA = "jcr:data";
    static final String EXTRACTED = "extracted";
    static final String TEXT = "text";
    static final String PAGES = "pages";
    static final String EXTRACTION = "nph:extraction";
    static final String CONTENT_HASH = "contentHash";
    /** The same at the asset itself, to find it by. */
    static final String HASH_OF_FILE = "nph:contentHash";

    /** Whether a virus scanner has looked at the file, and what is to be said of it. */
    static final String SCAN = "nph:scan";

    static final String SCAN_NOTE = "nph:scanNote";
    /** The id of the organisation that the file counts for. */
    static final String ORGANISATION = "nph:organisation";
    /** That readers do not get it for want of a consent. */
    static final String CONSENT_ENDED = "nph:consentEnded";

    private static final String MIME_TYPE = "jcr:mimeType";
    private static final String METADATA = "metadata";
    private static final String CORRECTED = "corrected";
    private static final String FORMAT = "format";
    private static final String NOTE = "nph:extractionNote";
    private static final String NESTED_TYPE = "mgnl:contentNode";

    /** What was found out about an uploaded file. */
    record File(
            String fileName,
            String mimeType,
            long size,
            String contentHash,
            Optional<PictureSize> picture,
            Scan scan) {}

    private AssetNodes() {}

    static ContentNode node(String id, String name, File file, Actor actor, OffsetDateTime now, long revision) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put("name", Value.of(name));
        properties.put("type", Value.of(FileNames.extension(file.fileName())));
        properties.put(EXTRACTION, Value.of(state(Extraction.PENDING)));
        properties.put(HASH_OF_FILE, Value.of(file.contentHash()));
        properties.put(SystemProperties.CREATED, Value.of(now));
        properties.put(SystemProperties.CREATED_BY, Value.of(actor.name()));
        properties.put(SystemProperties.LAST_MODIFIED, Value.of(now));
        properties.put(SystemProperties.LAST_MODIFIED_BY, Value.of(actor.name()));
        properties.put(SystemProperties.ACTIVATION_STATUS, Value.of(!file.scan().holdsBack()));
        var organisation = Quota.organisation(actor);
        if (organisation != null) {
            properties.put(ORGANISATION, Value.of(organisation));
        }
        if (file.scan() != Scan.NONE) {
            properties.put(SCAN, Value.of(file.scan().code()));
        }
        properties.put(SystemProperties.LAST_ACTIVATED, Value.of(now));
        properties.put(SystemProperties.LAST_ACTIVATED_BY, Value.of(actor.name()));
        properties.put(SystemProperties.REVISION, Value.of(revision));
        var resource = ContentNode.unstored(RESOURCE, "mgnl:resource", resource(file), List.of());
        return new ContentNode(id, name, "", NODE_TYPE, properties, List.of(resource));
    }

    /** With another file, which is yet to be read; what the old one said is forgotten. */
    static ContentNode withFile(ContentNode node, File file) {
        var known = metadata(node).extracted(Map.of(), Extraction.PENDING, null);
        var resource = node.child(RESOURCE).orElseThrow().withProperties(resource(file));
        var replaced = withText(withMetadata(withChild(node, resource), known, file.mimeType()), List.of());
        var pixels = withChild(replaced, resource);
        var described = with(
                with(pixels, HASH_OF_FILE, Value.of(file.contentHash())),
                "type",
                Value.of(FileNames.extension(file.fileName())));
        var unscanned = without(without(described, SCAN), SCAN_NOTE);
        return file.scan() == Scan.NONE
                ? unscanned
                : with(unscanned, SCAN, Value.of(file.scan().code()));
    }

    private static Map<String, Value> resource(File file) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put(MIME_TYPE, Value.of(file.mimeType()));
        properties.put("fileName", Value.of(file.fileName()));
        properties.put("extension", Value.of(FileNames.extension(file.fileName())));
        properties.put("size", Value.of(file.size()));
        properties.put(CONTENT_HASH, Value.of(file.contentHash()));
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
        var hash = resource.text(CONTENT_HASH);
        var size = number(resource.value("size"));
        var revision = number(node.value(SystemProperties.REVISION));
        return new Asset(
                node.id(),
                node.path(),
                fileName == null ? node.name() : fileName,
                mimeType == null ? "application/octet-stream" : mimeType,
                size == null ? 0 : size,
                hash == null ? "" : hash,
                number(resource.value("width")),
                number(resource.value("height")),
                node.text(AssetProperty.CROP.key()),
                scan(node),
                revision == null ? 0 : revision,
                moment(node.value(SystemProperties.LAST_MODIFIED)));
    }

    static Scan scan(ContentNode node) {
        return Scan.of(node.text(SCAN));
    }

    /**
     * To be asked before a file, or a picture of it, is handed to anybody.
     *
     * @throws PlatformException ACCESS_DENIED for one in quarantine
     */
    static void requireHarmless(ContentNode node) {
        if (scan(node) == Scan.INFECTED) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED,
                    say(
                            "%s is in quarantine and given to nobody. %s: replace its file, or remove it for good",
                            node.path(), FileNotes.said(node.text(SCAN_NOTE))));
        }
    }

    /** @param node with its children */
    static AssetMetadata metadata(ContentNode node) {
        var known = node.child(METADATA).map(ContentNode::properties).orElse(Map.of());
        var corrected = new TreeSet<String>();
        if (known.get(CORRECTED) instanceof Value names) {
            names.each().forEach(name -> corrected.add(name.asText()));
        }
        var extracted = node.child(EXTRACTED).map(ContentNode::properties).orElse(Map.of());
        var state = node.text(EXTRACTION);
        return new AssetMetadata(
                fields(known),
                fields(extracted),
                corrected,
                state == null ? Extraction.PENDING : Extraction.valueOf(state.toUpperCase(Locale.ROOT)),
                node.text(NOTE));
    }

    /** @param mimeType as the whole file tells, more exact than its first bytes; null to leave it */
    static ContentNode withMetadata(ContentNode node, AssetMetadata metadata, @Nullable String mimeType) {
        var asset = asset(node);
        var known = new LinkedHashMap<>(metadata.values());
        known.put(FORMAT, Value.of(mimeType == null ? asset.mimeType() : mimeType));
        if (!metadata.corrected().isEmpty()) {
            known.put(
                    CORRECTED,
                    Value.of(metadata.corrected().stream().map(Value::of).toList()));
        }
        var resource = node.child(RESOURCE).orElseThrow();
        var file = new LinkedHashMap<>(resource.properties());
        if (mimeType != null) {
            file.put(MIME_TYPE, Value.of(mimeType));
        }
        for (var side : List.of("width", "height")) {
            var length = metadata.values().get(side);
            if (length != null) {
                file.put(side, length);
            }
        }
        var withState = with(node, EXTRACTION, Value.of(state(metadata.extraction())));
        var note = metadata.note();
        var noted = note == null ? without(withState, NOTE) : with(withState, NOTE, Value.of(note));
        return withChild(
                withChild(withChild(noted, resource.withProperties(file)), nested(METADATA, known, List.of())),
                nested(
                        EXTRACTED,
                        metadata.extracted(),
                        node.child(EXTRACTED).map(ContentNode::children).orElse(List.of())));
    }

    static ContentNode withText(ContentNode node, List<String> pages) {
        var extracted = node.child(EXTRACTED).orElseGet(() -> nested(EXTRACTED, Map.of(), List.of()));
        var text = Value.of(pages.stream().map(Value::of).toList());
        var children = pages.isEmpty() ? List.<ContentNode>of() : List.of(nested(TEXT, Map.of(PAGES, text), List.of()));
        return withChild(node, extracted.withChildren(children));
    }

    /** Stores the node as it is given, with a revision of its own, and records the change. */
    static ContentNode save(ContentWriter writer, Actor actor, Location at, ContentNode node, Instant now) {
        var revision = writer.nextRevision();
        var stored = writer.put(at, with(node, SystemProperties.REVISION, Value.of(revision)));
        writer.record(new Change(
                revision,
                Change.Kind.SAVED,
                at.perspective(),
                at.workspace(),
                at.path(),
                stored.id(),
                NODE_TYPE,
                List.of(),
                actor.name(),
                now));
        return stored;
    }

    static ContentNode with(ContentNode node, String property, Value value) {
        var properties = new LinkedHashMap<>(node.properties());
        properties.put(property, value);
        return node.withProperties(properties);
    }

    static ContentNode without(ContentNode node, String property) {
        var properties = new LinkedHashMap<>(node.properties());
        properties.remove(property);
        return node.withProperties(properties);
    }

    static String state(Extraction state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Value> fields(Map<String, Value> properties) {
        var fields = new LinkedHashMap<String, Value>();
        for (var field : MetadataField.values()) {
            var value = properties.get(field.key());
            if (value != null) {
                fields.put(field.key(), value);
            }
        }
        return fields;
    }

    private static ContentNode withChild(ContentNode node, ContentNode child) {
        var children = new ArrayList<ContentNode>();
        var before = node.child(child.name());
        node.children()
                .forEach(each -> children.add(
                        each.name().equals(child.name())
                                ? new ContentNode(
                                        each.id(),
                                        each.name(),
                                        each.path(),
                                        each.nodeType(),
                                        child.properties(),
                                        child.children())
                                : each));
        if (before.isEmpty()) {
            children.add(child);
        }
        return node.withChildren(children);
    }

    private static ContentNode nested(String name, Map<String, Value> properties, List<ContentNode> children) {
        return ContentNode.unstored(name, NESTED_TYPE, properties, children);
    }

    private static @Nullable Long number(@Nullable Value value) {
        return value instanceof Value.Whole whole ? (Long) whole.number() : null;
    }

    private static Instant moment(@Nullable Value value) {
        return value instanceof Value.Moment moment ? moment.moment().toInstant() : Instant.EPOCH;
    }
}
