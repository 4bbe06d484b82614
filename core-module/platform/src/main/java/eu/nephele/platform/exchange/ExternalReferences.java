package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** References written as {@code {"externalId": "register:17"}} become the id of the entry that has it. */
final class ExternalReferences {

    private final Definitions definitions;
    private final ContentType type;
    private final BiFunction<String, String, Optional<String>> find;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param find the id of the entry of a content type with an external id */
    ExternalReferences(Definitions definitions, ContentType type, BiFunction<String, String, Optional<String>> find) {
        this.definitions = definitions;
        this.type = type;
        this.find = find;
    }

    /** @throws PlatformException INVALID_ENTRY with the references that lead nowhere */
    Map<String, Object> resolve(Map<String, ?> properties) {
        var resolved = resolve(properties, new NestedModel(type, type.model()), "");
        if (!errors.isEmpty()) {
            throw new PlatformException(
                    ErrorCode.INVALID_ENTRY,
                    errors.getFirst().field() + " " + errors.getFirst().message(),
                    errors);
        }
        return resolved;
    }

    private Map<String, Object> resolve(Map<?, ?> properties, NestedModel shape, String path) {
        var resolved = new LinkedHashMap<String, Object>();
        properties.forEach((key, value) -> {
            var name = String.valueOf(key);
            var propertyType = StoredProperty.of(name, shape.model(), definitions.site())
                    .map(stored -> stored.property().type())
                    .orElse(null);
            resolved.put(name, each(value, one -> resolve(one, shape.owner(), propertyType, path + name)));
        });
        return resolved;
    }

    private @Nullable Object resolve(
            @Nullable Object value, ContentType owner, @Nullable PropertyType propertyType, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (propertyType instanceof PropertyType.Reference(String target)
                && map.keySet().equals(Set.of("externalId"))) {
            var externalId = String.valueOf(map.get("externalId"));
            var id = find.apply(target, externalId);
            if (id.isEmpty()) {
                errors.add(new FieldError(
                        path, "reference", say("there is no %s with the external id `%s`", target, externalId)));
            }
            return id.orElse(null);
        }
        if (propertyType instanceof PropertyType.Nested nested) {
            var shape = definitions.nested(owner, nested);
            return shape.isPresent() ? resolve(map, shape.get(), path + "/") : value;
        }
        return value;
    }

    private static @Nullable Object each(@Nullable Object value, UnaryOperator<@Nullable Object> change) {
        if (value instanceof List<?> list) {
            var changed = new ArrayList<@Nullable Object>();
            list.forEach(one -> changed.add(change.apply(one)));
            return changed;
        }
        return change.apply(value);
    }
}
