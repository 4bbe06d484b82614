package eu.nephele.platform.exchange;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an import taken apart: who it is, and its properties. */
record ImportLine(
        @Nullable String name, @Nullable String path, List<String> externalIds, Map<String, Object> properties) {

    private static final String EXTERNAL_ID = "externalId";
    static final String EXTERNAL_IDS = "externalIds";

    static ImportLine of(ContentType type, Map<String, Object> object) {
        var properties = new LinkedHashMap<>(object);
        var name = text(properties.remove("@name"), "@name");
        var path = text(properties.remove("@path"), "@path");
        var ids = new ArrayList<String>();
        if (type.property(EXTERNAL_ID).isEmpty()) {
            var single = properties.remove(EXTERNAL_ID);
            var id = single instanceof Number number ? number.toString() : text(single, EXTERNAL_ID);
            if (id != null) {
                ids.add(id);
            }
        }
        var listed = properties.get(EXTERNAL_IDS);
        if (listed instanceof List<?> list) {
            list.forEach(one -> ids.add(written(one)));
        }
        if (type.property(EXTERNAL_IDS).isEmpty()) {
            properties.remove(EXTERNAL_IDS);
        } else if (!(listed instanceof List<?>) && !ids.isEmpty()) {
            properties.put(
                    EXTERNAL_IDS, ids.stream().map(ImportLine::schemeAndValue).toList());
        }
        if (ids.isEmpty()) {
            throw refusal(EXTERNAL_ID, "is missing: without it a second import would make a second entry");
        }
        return new ImportLine(name, path, List.copyOf(ids), properties);
    }

    private static String written(@Nullable Object id) {
        if (id instanceof Map<?, ?> map && map.get("value") != null) {
            return map.get("scheme") == null ? map.get("value").toString() : map.get("scheme") + ":" + map.get("value");
        }
        var text = text(id, EXTERNAL_IDS);
        if (text == null) {
            throw refusal(EXTERNAL_IDS, "must be texts, or objects of `scheme` and `value`");
        }
        return text;
    }

    static Map<String, String> schemeAndValue(String id) {
        var colon = id.indexOf(':');
        return colon > 0
                ? Map.of("scheme", id.substring(0, colon), "value", id.substring(colon + 1))
                : Map.of("value", id);
    }

    private static @Nullable String text(@Nullable Object given, String field) {
        if (given == null || given instanceof String) {
            return (String) given;
        }
        throw refusal(field, "must be text");
    }

    private static PlatformException refusal(String field, String message) {
        return new PlatformException(
                ErrorCode.INVALID_ENTRY, field + " " + message, List.of(new FieldError(field, "externalId", message)));
    }
}
