package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.SiteDefinition;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and changes what is known and said of an asset. A change is live at once, as the asset is. */
public final class DescribeAsset {

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final InstantSource clock;
    private final Consumer<String> described;

    /** @param described hears the id of each asset that was described anew */
    public DescribeAsset(
            ContentRepository repository,
            Supplier<Definitions> definitions,
            InstantSource clock,
            Consumer<String> described) {
        this.described = described;
        this.repository = repository;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** @param key {@code jcr:<uuid>} or the UUID alone */
    public Optional<AssetDetails> details(Actor actor, String key) {
        return repository.read(
                actor, reader -> Assets.locate(reader, Perspective.DRAFT, key).map(node -> details(reader, node)));
    }

    /**
     * Sets metadata (null goes back to what the file says) and properties (null takes one away); what is not given stays.
     *
     * @param revision the one the editor started from; null to change the asset as it is now
     * @throws PlatformException ASSET_NOT_FOUND, STALE_REVISION, INVALID_VALUE with every field that is not right, ACCESS_DENIED
     */
    public AssetDetails change(
            Actor actor, String key, @Nullable Long revision, Map<String, ?> metadata, Map<String, ?> properties) {
        var errors = new ArrayList<FieldError>();
        var newMetadata = metadata(metadata, errors);
        var newProperties = properties(properties, definitions.get().site(), errors);
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            throw new PlatformException(ErrorCode.INVALID_VALUE, first.field() + " " + first.message(), errors);
        }
        var changed = repository.write(actor, writer -> {
            var draft = Assets.locate(writer, Perspective.DRAFT, key)
                    .orElseThrow(
                            () -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", key)));
            var at = new Location(Perspective.DRAFT, Assets.WORKSPACE.name(), draft.path());
            actor.require(Action.WRITE, writer.subject(at).with(Subject.Field.WHOLE));
            requireFresh(draft, revision);
            requirePicture(AssetNodes.asset(draft), newProperties);
            for (var perspective : Perspective.values()) {
                if (writer.node(at.in(perspective), 0).isPresent()) {
                    store(writer, actor, at.in(perspective), newMetadata, newProperties);
                }
            }
            return draft.id();
        });
        described.accept(changed);
        return details(actor, key).orElseThrow();
    }

    private void store(
            ContentWriter writer,
            Actor actor,
            Location at,
            Map<String, Optional<Value>> metadata,
            Map<String, Optional<Value>> properties) {
        var node = writer.node(at, Integer.MAX_VALUE).orElseThrow();
        var known = AssetNodes.metadata(node);
        for (var field : metadata.entrySet()) {
            known = known.corrected(field.getKey(), field.getValue().orElse(null));
        }
        var described = AssetNodes.withMetadata(node, known, null);
        var all = new LinkedHashMap<>(described.properties());
        properties.forEach((name, value) -> value.ifPresentOrElse(set -> all.put(name, set), () -> all.remove(name)));
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        all.put(SystemProperties.LAST_MODIFIED, Value.of(now));
        all.put(SystemProperties.LAST_MODIFIED_BY, Value.of(actor.name()));
        AssetNodes.save(writer, actor, at, described.withProperties(all), now.toInstant());
    }

    private AssetDetails details(ContentReader reader, ContentNode node) {
        var site = definitions.get().site();
        var properties = new LinkedHashMap<String, Value>();
        node.properties().forEach((name, value) -> {
            if (AssetProperty.of(name, site).isPresent()) {
                properties.put(name, value);
            }
        });
        return new AssetDetails(
                AssetNodes.asset(node),
                AssetNodes.metadata(node),
                properties,
                reader.locate(Perspective.LIVE, node.id()).isPresent(),
                node.text(AssetNodes.SCAN_NOTE));
    }

    private static Map<String, Optional<Value>> metadata(Map<String, ?> given, List<FieldError> errors) {
        var values = new LinkedHashMap<String, Optional<Value>>();
        given.forEach((name, wanted) -> {
            var field = MetadataField.of(name);
            var value = wanted == null
                    ? null
                    : field.map(known -> known.value(wanted)).orElse(null);
            if (field.isEmpty()) {
                var known = Stream.of(MetadataField.values())
                        .map(MetadataField::key)
                        .collect(Collectors.joining(", "));
                errors.add(new FieldError("metadata." + name, "unknown", say("is not known; there are %s", known)));
            } else if (wanted != null && value == null) {
                errors.add(new FieldError(
                        "metadata." + name,
                        "type",
                        say("must be %s, not `%s`", field.get().expected(), wanted)));
            } else {
                values.put(name, Optional.ofNullable(value));
            }
        });
        return values;
    }

    private static Map<String, Optional<Value>> properties(
            Map<String, ?> given, SiteDefinition site, List<FieldError> errors) {
        var values = new LinkedHashMap<String, Optional<Value>>();
        given.forEach((name, wanted) -> {
            var property = AssetProperty.of(name, site);
            var value = wanted == null
                    ? null
                    : property.map(known -> known.value(wanted)).orElse(null);
            if (property.isEmpty()) {
                errors.add(new FieldError(name, "unknown", say("is not known; there are %s", AssetProperty.names())));
            } else if (wanted != null && value == null) {
                errors.add(new FieldError(
                        name, "type", say("must be %s, not `%s`", property.get().expected(), wanted)));
            } else {
                values.put(name, Optional.ofNullable(value));
            }
        });
        return values;
    }

    /** Of vector pictures the file itself is shown, and of films and documents the whole page or moment. */
    private static void requirePicture(Asset asset, Map<String, Optional<Value>> properties) {
        var name = AssetProperty.CROP.key();
        var isCut = properties.getOrDefault(name, Optional.empty()).isPresent();
        if (isCut && !Renditions.canBeCropped(asset)) {
            var error = new FieldError(
                    name,
                    "type",
                    say(
                            "can be set for photographs and other pictures of pixels only; %s is %s",
                            asset.fileName(), asset.mimeType()));
            throw new PlatformException(ErrorCode.INVALID_VALUE, error.field() + " " + error.message(), List.of(error));
        }
    }

    private static void requireFresh(ContentNode draft, @Nullable Long revision) {
        var current = AssetNodes.asset(draft).revision();
        if (revision != null && revision != current) {
            throw new PlatformException(
                    ErrorCode.STALE_REVISION,
                    say(
                            "The asset is at revision %d now, you started from %d: read it again and repeat your change",
                            current, revision));
        }
    }
}
