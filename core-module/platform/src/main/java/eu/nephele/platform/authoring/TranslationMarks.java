package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.TranslationMark;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.validation.EntryWalk;
import eu.nephele.platform.validation.StoredProperty;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps {@link SystemProperties#TRANSLATED_FROM}: the hash of the source that each translated value was written against. */
final class TranslationMarks {

    private final Definitions definitions;
    private final ContentType type;

    TranslationMarks(Definitions definitions, ContentType type) {
        this.definitions = definitions;
        this.type = type;
    }

    /** The marks of the entry as it becomes: a translation that changed is confirmed against the source of now, another keeps its mark. */
    @Nullable
    Value after(@Nullable ContentNode before, ContentNode now) {
        var old = before == null ? Map.<String, String>of() : TranslationMark.of(before);
        var oldValues = new HashMap<String, Value>();
        if (before != null) {
            EntryWalk.through(
                    definitions,
                    type,
                    before,
                    (path, model, node) ->
                            node.properties().forEach((name, value) -> oldValues.put(path + name, value)));
        }
        var marks = new TreeMap<String, String>();
        EntryWalk.through(
                definitions,
                type,
                now,
                (path, model, node) -> node.properties()
                        .forEach((name, value) -> StoredProperty.of(name, model, definitions.site())
                                .filter(stored -> !name.equals(stored.property().name()))
                                .ifPresent(stored -> {
                                    var mark = path + name;
                                    var unchanged = value.equals(oldValues.get(mark)) && old.containsKey(mark);
                                    var source = node.text(stored.property().name());
                                    marks.put(
                                            mark,
                                            unchanged
                                                    ? old.get(mark)
                                                    : TranslationMark.hash(source == null ? "" : source));
                                })));
        return marks.isEmpty()
                ? null
                : Value.of(marks.entrySet().stream()
                        .map(mark -> Value.of(mark.getKey() + "=" + mark.getValue()))
                        .toList());
    }
}
