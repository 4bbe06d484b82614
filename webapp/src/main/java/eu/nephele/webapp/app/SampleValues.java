package eu.nephele.webapp.app;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.definition.SampleEntry;
import eu.nephele.platform.validation.StoredProperty;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of sample entries as authoring takes them: names of entries become their ids, paths of files become assets. */
final class SampleValues {

    private final Definitions definitions;
    private final SampleAssets assets;
    private final Map<String, Set<String>> namesByType = new HashMap<>();
    private final Map<String, String> assetKeys = new HashMap<>();

    SampleValues(Definitions definitions, List<SampleEntry> samples, SampleAssets assets) {
        this.definitions = definitions;
        this.assets = assets;
        samples.forEach(sample -> namesByType
                .computeIfAbsent(sample.contentType(), type -> new HashSet<>())
                .add(name(sample)));
    }

    /** The same at every start: made from the type and the name. */
    String id(SampleEntry sample) {
        return id(sample.contentType(), name(sample));
    }

    Map<String, Object> of(SampleEntry sample) {
        var type = definitions.contentType(sample.contentType()).orElseThrow();
        return resolve(sample, new NestedModel(type, type.model()), sample.properties());
    }

    private Map<String, Object> resolve(SampleEntry sample, NestedModel shape, Map<?, ?> values) {
        var resolved = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            var name = String.valueOf(key);
            var property =
                    StoredProperty.of(name, shape.model(), definitions.site()).map(StoredProperty::property);
            resolved.put(name, property.isPresent() ? resolve(sample, shape.owner(), property.get(), value) : value);
        });
        return resolved;
    }

    private @Nullable Object resolve(SampleEntry sample, ContentType type, Property property, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> resolve(sample, type, property, one))
                    .toList();
        }
        return switch (property.type()) {
            case PropertyType.Reference(String target) when value instanceof String name -> reference(target, name);
            case PropertyType.Nested nestedType
            when value instanceof Map<?, ?> nested ->
                definitions
                        .nested(type, nestedType)
                        .<Object>map(shape -> resolve(sample, shape, nested))
                        .orElse(nested);
            case PropertyType.Scalar scalar
            when scalar == PropertyType.Scalar.ASSET && value instanceof String path && !path.startsWith("jcr:") ->
                assetKeys.computeIfAbsent(module(sample) + "/" + path, key -> assets.key(module(sample), path));
            default -> value;
        };
    }

    /** A name that no sample has stays as it is, and is refused as a reference that leads nowhere. */
    private String reference(String type, String name) {
        return namesByType.getOrDefault(type, Set.of()).contains(name) ? id(type, name) : name;
    }

    static String id(String type, String name) {
        return UUID.nameUUIDFromBytes(("nephele-sample:" + type + ":" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String name(SampleEntry sample) {
        return sample.path().substring(sample.path().lastIndexOf('/') + 1);
    }

    private static String module(SampleEntry sample) {
        return sample.file().substring(0, sample.file().indexOf('/'));
    }
}
