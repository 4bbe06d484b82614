package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.TranslationMark;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    /**
     * The marks of the entry as it becomes: a translation that changed is confirmed against the source of now, another keeps its mark. In a list
     * the mark goes with the text, wherever that is moved; a text that was joined of two is as up to date as the older of both.
     */
    @Nullable
    Value after(@Nullable ContentNode before, ContentNode now) {
        var old = before == null ? Map.<String, String>of() : TranslationMark.of(before);
        var known = new HashMap<String, List<String>>();
        var joined = new HashMap<String, String>();
        if (before != null) {
            var previous = new HashMap<String, TranslatedText>();
            for (var text : TranslatedText.in(definitions, type, before)) {
                var mark = old.get(text.path());
                if (mark != null) {
                    known.computeIfAbsent(text.key(), none -> new ArrayList<>()).add(mark);
                    var first = previous.put(text.list(), text);
                    if (first != null) {
                        var outdated = outdated(first, text, old);
                        joined.put(first.keyWith(text), outdated == null ? "" : outdated);
                    }
                }
            }
        }
        var marks = new TreeMap<String, String>();
        for (var text : TranslatedText.in(definitions, type, now)) {
            marks.put(text.path(), mark(text, old, known, joined));
        }
        return write(marks);
    }

    private static String mark(
            TranslatedText text, Map<String, String> old, Map<String, List<String>> known, Map<String, String> joined) {
        var fresh = TranslationMark.hash(text.source());
        var marks = known.getOrDefault(text.key(), List.of());
        if (marks.isEmpty()) {
            var outdated = joined.getOrDefault(text.plainKey(), "");
            return outdated.isEmpty() ? fresh : outdated;
        }
        if (marks.contains(fresh)) {
            return fresh;
        }
        var inPlace = old.get(text.path());
        return inPlace != null && marks.contains(inPlace) ? inPlace : marks.getFirst();
    }

    /** The mark of one of them whose source has changed since. */
    private static @Nullable String outdated(TranslatedText first, TranslatedText second, Map<String, String> marks) {
        for (var text : List.of(first, second)) {
            var mark = marks.get(text.path());
            if (mark != null && !mark.equals(TranslationMark.hash(text.source()))) {
                return mark;
            }
        }
        return null;
    }

    static @Nullable Value write(Map<String, String> marks) {
        return marks.isEmpty()
                ? null
                : Value.of(marks.entrySet().stream()
                        .map(mark -> Value.of(mark.getKey() + "=" + mark.getValue()))
                        .toList());
    }
}
