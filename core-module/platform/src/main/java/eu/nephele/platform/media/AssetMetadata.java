package eu.nephele.platform.media;

import eu.nephele.api.content.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param values what holds: the editor's corrections, else what was extracted; by {@link MetadataField#key()}
 * @param extracted what the file itself says
 * @param corrected the names that an editor has set
 * @param note what was in the way of reading the file, in words for an editor
 */
public record AssetMetadata(
        Map<String, Value> values,
        Map<String, Value> extracted,
        Set<String> corrected,
        Extraction extraction,
        @Nullable String note) {

    /** PENDING: not read yet. DONE: read, maybe with a note. FAILED: could not be read, see the note. */
    public enum Extraction {
        PENDING,
        DONE,
        FAILED
    }

    static final AssetMetadata UNKNOWN = new AssetMetadata(Map.of(), Map.of(), Set.of(), Extraction.PENDING, null);

    public AssetMetadata {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        extracted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extracted));
        corrected = java.util.Collections.unmodifiableSet(new TreeSet<>(corrected));
    }

    /** With what a file says now; corrections stay. */
    AssetMetadata extracted(Map<String, String> found, Extraction state, @Nullable String newNote) {
        var typed = new LinkedHashMap<String, Value>();
        for (var field : MetadataField.values()) {
            var text = found.get(field.key());
            var value = text == null ? null : field.value(text);
            if (value != null) {
                typed.put(field.key(), value);
            }
        }
        var turned = typed.get("rotation") instanceof Value.Whole(long degrees) && degrees % 180 != 0;
        if (typed.get("width") instanceof Value.Whole(long width)
                && typed.get("height") instanceof Value.Whole(long height)) {
            typed.put("orientation", Value.of(orientation(turned ? height : width, turned ? width : height)));
        }
        var merged = new LinkedHashMap<String, Value>(typed);
        corrected.forEach(name -> {
            merged.remove(name);
            var own = values.get(name);
            if (own != null) {
                merged.put(name, own);
            }
        });
        return new AssetMetadata(merged, typed, corrected, state, newNote);
    }

    /** With an editor's value; null goes back to what the file says. */
    AssetMetadata corrected(String name, @Nullable Value value) {
        var newValues = new LinkedHashMap<>(values);
        var newCorrected = new TreeSet<>(corrected);
        var own = value == null ? extracted.get(name) : value;
        newValues.remove(name);
        if (own != null) {
            newValues.put(name, own);
        }
        if (value == null) {
            newCorrected.remove(name);
        } else {
            newCorrected.add(name);
        }
        return new AssetMetadata(newValues, extracted, newCorrected, extraction, note);
    }

    private static String orientation(long width, long height) {
        return width == height ? "square" : width > height ? "landscape" : "portrait";
    }
}
