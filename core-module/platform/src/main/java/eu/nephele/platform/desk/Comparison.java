package eu.nephele.platform.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What differs between two states of an entry, field by field, and in texts word by word. */
public final class Comparison {

    /** Beyond, a text is shown as replaced: comparing takes the product of both lengths. */
    private static final int MOST_WORDS = 20_000;

    private static final Pattern WORD = Pattern.compile("<[^>]*>|[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    /** @param kind {@code same}, {@code added} or {@code removed} */
    public record Piece(String kind, String text) {}

    /**
     * @param field the stored name
     * @param kind {@code added}, {@code removed} or {@code changed}
     * @param words of a text, or of rich text with its mark-up; null for other values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String field,
            String property,
            @Nullable String locale,
            String kind,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable List<Piece> words) {}

    private Comparison() {}

    /** In the order of the content type. */
    static List<Difference> of(
            Definitions definitions, ContentType type, Map<String, Object> before, Map<String, Object> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var order = type.model().properties().stream()
                .map(property -> property.name())
                .toList();
        var differences = new ArrayList<Difference>();
        for (var name : names) {
            var old = before.get(name);
            var now = after.get(name);
            if (PlainValues.same(old, now)) {
                continue;
            }
            var stored =
                    StoredProperty.of(name, type.model(), definitions.site()).orElse(null);
            var text = stored != null
                    && (stored.property().type() == Scalar.STRING
                            || stored.property().type() == Scalar.RICH_TEXT)
                    && !stored.property().multiple();
            differences.add(new Difference(
                    name,
                    stored == null ? name : stored.property().name(),
                    stored != null && stored.property().i18n() ? stored.locale() : null,
                    old == null ? "added" : now == null ? "removed" : "changed",
                    old,
                    now,
                    text ? words(old == null ? "" : old.toString(), now == null ? "" : now.toString()) : null));
        }
        differences.sort(java.util.Comparator.comparingInt(difference -> order.indexOf(difference.property())));
        return List.copyOf(differences);
    }

    static List<Piece> words(String before, String after) {
        var old = split(before);
        var now = split(after);
        if (old.size() + now.size() > MOST_WORDS) {
            return List.of(new Piece("removed", before), new Piece("added", after));
        }
        var pieces = new ArrayList<Piece>();
        for (var delta : DiffUtils.diff(old, now, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(pieces, "same", delta.getSource().getLines());
            } else {
                add(pieces, "removed", delta.getSource().getLines());
                add(pieces, "added", delta.getTarget().getLines());
            }
        }
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }
}
