package eu.nephele.platform.search;

import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.api.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A property as it can be asked about.
 *
 * @param name the stored name, nested ones with slashes: {@code title_de}, {@code ictIntroduced/year}
 * @param unlocalized the name without the locale: {@code title}
 * @param property null for what the platform keeps itself
 * @param tree the vocabulary, where it is a tree
 */
record EntryField(
        String name,
        String unlocalized,
        Kind kind,
        @Nullable Property property,
        @Nullable Vocabulary tree) {

    enum Kind {
        TEXT("a text"),
        FLAG("true or false"),
        WHOLE("a whole number"),
        NUMBER("a number"),
        INSTANT("a date: yyyy-MM-dd, or yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
        DAY("a day, month or year: yyyy-MM-dd, yyyy-MM or yyyy"),
        POINT("a point"),
        RICH_TEXT("a rich text");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    static EntryField system(String name, Kind kind) {
        return new EntryField(name, name, kind, null, null);
    }

    boolean collated() {
        return property != null && collated(property);
    }

    /** Whether the property sorts by the alphabet of the reader's language. */
    static boolean collated(Property property) {
        return property.search().is(SearchUse.Kind.SORT)
                && property.type() == PropertyType.Scalar.STRING
                && !property.multiple()
                && property.vocabulary() == null
                && property.options().isEmpty();
    }

    /** Whether ranges can be made of it. */
    boolean isDivisible() {
        return switch (kind) {
            case WHOLE, NUMBER, INSTANT, DAY -> true;
            case TEXT, FLAG, POINT, RICH_TEXT -> false;
        };
    }

    /** Whether single values are facets besides ranges. */
    boolean countedByValue() {
        return property != null && property.search().is(SearchUse.Kind.FACET);
    }
}
