package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.validation.EntryWalk;
import eu.nephele.platform.validation.StoredProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps {@link SystemProperties#TRANSLATED_FROM}: the hash of the source that each translated value was written against. */
final class TranslationMarks {

    private static final int HASH_LENGTH = 16;

    private final Definitions definitions;
    private final ContentType type;

    TranslationMarks(Definitions definitions, ContentType type) {
        this.definitions = definitions;
        this.type = type;
    }

    /** The marks of the entry as it becomes: a translation that changed is confirmed against the source of now, another keeps its mark. */
    @Nullable
    Value after(@Nullable ContentNode before, ContentNode now) {
        var old = before == null ? Map.<String, String>of() : marks(before);
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
                                    marks.put(mark, unchanged ? old.get(mark) : hash(source == null ? "" : source));
                                })));
        return marks.isEmpty()
                ? null
                : Value.of(marks.entrySet().stream()
                        .map(mark -> Value.of(mark.getKey() + "=" + mark.getValue()))
                        .toList());
    }

    private static Map<String, String> marks(ContentNode entry) {
        var marks = new HashMap<String, String>();
        var stored = entry.value(SystemProperties.TRANSLATED_FROM);
        if (stored != null) {
            stored.each().forEach(mark -> {
                var text = mark.asText();
                var equals = text.lastIndexOf('=');
                marks.put(text.substring(0, equals), text.substring(equals + 1));
            });
        }
        return marks;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
