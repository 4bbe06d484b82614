package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.api.contenttype.SearchUse.Kind;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Scalars;
import eu.nephele.platform.definition.internal.Section;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code search:}: a word, a list of words, or a map of words with true, false or a boost. */
final class SearchReader {

    private static final String KEY = "search";
    private static final List<String> WORDS = Stream.of(Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final double MAX_BOOST = 100;

    private final Section property;
    private final PropertyType type;
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private double boost = 1;

    private SearchReader(Section property, PropertyType type) {
        this.property = property;
        this.type = type;
    }

    static SearchUse read(Section property, PropertyType type, boolean hasVocabulary) {
        var written = property.value(KEY);
        if (written.isEmpty()) {
            var text = (type == Scalar.STRING || type == Scalar.RICH_TEXT) && !hasVocabulary;
            return text ? SearchUse.DEFAULT_TEXT : SearchUse.DEFAULT;
        }
        var reader = new SearchReader(property, type);
        reader.read(written.get());
        return reader.result();
    }

    private void read(Located written) {
        switch (written) {
            case Located.Scalar word -> word(word, word.text());
            case Located.Items items -> {
                for (var item : items.items()) {
                    if (item instanceof Located.Scalar word) {
                        word(word, word.text());
                    } else {
                        read(item);
                    }
                }
            }
            case Located.Fields map -> map.fields().forEach((key, field) -> setting(key, field));
        }
    }

    private void word(Located at, String word) {
        if (!WORDS.contains(word.toLowerCase(Locale.ROOT))) {
            property.problems()
                    .major(
                            at.place(),
                            property.path(KEY),
                            "unknown use in search `%s`, allowed are %s".formatted(word, String.join(", ", WORDS)),
                            NearestName.suggest(word, WORDS));
            return;
        }
        var kind = Kind.valueOf(word.toUpperCase(Locale.ROOT));
        if (allowed(kind)) {
            kinds.add(kind);
        } else {
            property.problems()
                    .major(
                            at.place(),
                            property.path(KEY),
                            "a property of this type cannot be searched by `%s`".formatted(word),
                            "it is left out");
        }
    }

    private void setting(String word, Located.Field field) {
        var value = field.value();
        if (value instanceof Located.Fields map && word.equals("text")) {
            var section = Section.of(map, property.path(KEY) + ".text", property.problems());
            var given = section.number("boost");
            setBoost(value, given == null ? BigDecimal.ONE : given);
            section.finish();
        } else if (value instanceof Located.Scalar scalar
                && word.equals("text")
                && Scalars.number(scalar).isPresent()) {
            setBoost(value, Scalars.number(scalar).get());
        } else if (value instanceof Located.Scalar scalar && !scalar.isNull()) {
            var flag = Scalars.flag(scalar);
            if (flag.isEmpty()) {
                property.problems()
                        .major(value.place(), property.path(KEY) + "." + word, "must be true or false", null);
            }
            if (!flag.orElse(false)) {
                return;
            }
        }
        word(new Located.Scalar(field.key(), null, word, Located.Kind.TEXT), word);
    }

    private void setBoost(Located at, BigDecimal given) {
        if (given.signum() <= 0 || given.doubleValue() > MAX_BOOST) {
            property.problems()
                    .major(at.place(), property.path(KEY) + ".text", "the boost must be above 0 and at most 100", null);
        } else {
            boost = given.doubleValue();
        }
    }

    private boolean allowed(Kind kind) {
        var number = type == Scalar.LONG || type == Scalar.DOUBLE || type == Scalar.DECIMAL;
        var date = type == Scalar.DATE || type == Scalar.LOCAL_DATE;
        return switch (kind) {
            case NONE -> true;
            case FILE -> type == Scalar.ASSET;
            case GEO -> type == Scalar.GEO_POINT;
            case RANGE -> number || date;
            case TEXT -> type == Scalar.STRING || type == Scalar.RICH_TEXT;
            case FACET -> type == Scalar.STRING || type == Scalar.BOOLEAN || number || date || isReference();
            case SORT -> type instanceof Scalar && type != Scalar.GEO_POINT && type != Scalar.ASSET;
        };
    }

    private boolean isReference() {
        return type instanceof PropertyType.Reference;
    }

    private SearchUse result() {
        if (kinds.contains(Kind.NONE) && kinds.size() > 1) {
            property.major(KEY, "`none` excludes all others", "`none` is used");
            return new SearchUse(Set.of(Kind.NONE), 0);
        }
        return new SearchUse(kinds, kinds.contains(Kind.TEXT) ? boost : 0);
    }
}
