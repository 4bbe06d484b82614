package eu.nephele.webapp.editorapi;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.authoring.PlainEntry;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.validation.StoredProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        json.put("properties", PlainEntry.of(definitions, type, draft));
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

    /** The summary, and of the properties only those named, in all their locales. */
    Map<String, Object> columns(ContentNode draft, List<String> columns) {
        var json = summary(draft);
        var shown = new LinkedHashMap<String, Object>();
        PlainEntry.of(definitions, type, draft)
                .forEach((name, value) -> StoredProperty.of(name, type.model(), definitions.site())
                        .filter(stored -> columns.contains(stored.property().name()))
                        .ifPresent(_ -> shown.put(name, value)));
        json.put("properties", shown);
        return json;
    }
}
