package eu.nephele.webapp.editorapi;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.validation.StoredProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entry as editors read it: properties under their stored names, in the form in which they are written back. */
final class EntryJson {

    private final Definitions definitions;
    private final ContentType type;

    EntryJson(Definitions definitions, ContentType type) {
        this.definitions = definitions;
        this.type = type;
    }

    Map<String, Object> summary(ContentNode draft) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@id", draft.id());
        json.put("@name", draft.name());
        json.put("@path", draft.path());
        json.put("@nodeType", draft.nodeType());
        json.put("revision", revision(draft));
        json.put("state", state(draft));
        for (var date :
                List.of(SystemProperties.CREATED, SystemProperties.LAST_MODIFIED, SystemProperties.LAST_ACTIVATED)) {
            var text = draft.text(date);
            if (text != null) {
                json.put(date, text);
            }
        }
        return json;
    }

    Map<String, Object> whole(ContentNode draft) {
        var json = summary(draft);
        json.put("locales", publishedLocales(draft));
        json.put("properties", properties(draft, new NestedModel(type, type.model())));
        return json;
    }

    static String state(ContentNode draft) {
        return EntryState.of(draft).code();
    }

    static long revision(ContentNode draft) {
        return draft.value(SystemProperties.REVISION) instanceof Value.Whole(long number) ? number : 0;
    }

    /** The revision that is live, by locale. */
    private static Map<String, Long> publishedLocales(ContentNode draft) {
        var locales = new TreeMap<String, Long>();
        var value = draft.value(SystemProperties.PUBLISHED_LOCALES);
        if (value != null) {
            for (var mark : value.each()) {
                var parts = mark.asText().split("=", 2);
                if (parts.length == 2) {
                    locales.put(parts[0], Long.parseLong(parts[1]));
                }
            }
        }
        return locales;
    }

    private Map<String, Object> properties(ContentNode node, NestedModel shape) {
        var json = new LinkedHashMap<String, Object>();
        node.properties().forEach((name, value) -> {
            if (!SystemProperties.isSystem(name)) {
                json.put(name, plain(value));
            }
        });
        node.children()
                .forEach(child -> StoredProperty.of(child.name(), shape.model(), definitions.site())
                        .map(StoredProperty::property)
                        .ifPresent(property -> json.put(child.name(), nested(child, shape.owner(), property))));
        return json;
    }

    private @Nullable Object nested(ContentNode node, ContentType owner, Property property) {
        if (!(property.type() instanceof PropertyType.Nested nested)) {
            return null;
        }
        return definitions
                .nested(owner, nested)
                .<Object>map(shape -> property.multiple()
                        ? node.children().stream()
                                .map(child -> properties(child, shape))
                                .toList()
                        : properties(node, shape))
                .orElse(null);
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Flag(boolean flag) -> flag;
            case Value.Whole(long number) -> number;
            case Value.Real(double number) -> number;
            case Value.Exact(var number) -> number;
            case Value.Moment(var moment) -> moment.toString();
            case Value.Many(var values) -> values.stream().map(EntryJson::plain).toList();
        };
    }
}
