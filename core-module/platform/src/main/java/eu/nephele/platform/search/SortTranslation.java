package eu.nephele.platform.search;

import eu.nephele.api.search.Sort;
import eu.nephele.platform.definition.LocaleDefinition;
import java.util.ArrayList;
import java.util.List;

/** Orders become the engine's: texts declared for sorting by the alphabet of the reader's language, other texts by code point. */
record SortTranslation(AskedFields asked, LocaleDefinition locale) {

    private static final String SCORE = "@score";
    private static final int MAX_SORTS = 10;

    List<Sort> of(List<EntrySort> wanted) {
        if (wanted.size() > MAX_SORTS) {
            throw Refusals.query(
                    "orderBy", "size", "At most %d properties order, not %d".formatted(MAX_SORTS, wanted.size()));
        }
        var sorts = new ArrayList<Sort>();
        wanted.forEach(sort -> sorts.add(sort.property().equals(SCORE) ? new Sort.ByScore() : byProperty(sort)));
        return sorts;
    }

    private Sort byProperty(EntrySort sort) {
        var property = sort.property();
        var field = asked.named(property, "orderBy").getFirst();
        return switch (field.kind()) {
            case RICH_TEXT ->
                throw Refusals.query(
                        "orderBy",
                        "operator",
                        "%s is %s and has no order"
                                .formatted(property, field.kind().description()));
            case POINT -> byDistance(sort, field);
            case DAY -> new Sort.ByField(FieldNames.day(field.name()), sort.descending());
            case TEXT ->
                new Sort.ByField(
                        field.collated() ? FieldNames.sortKey(field.unlocalized(), suffix(field)) : field.name(),
                        sort.descending());
            default -> new Sort.ByField(field.name(), sort.descending());
        };
    }

    private static Sort byDistance(EntrySort sort, EntryField field) {
        if (sort.origin() == null || sort.descending()) {
            throw Refusals.query(
                    "orderBy",
                    "operator",
                    "%s is a point: it orders by distance, the nearest first, from `origin=latitude,longitude`"
                            .formatted(sort.property()));
        }
        return new Sort.ByDistance(field.name(), sort.origin());
    }

    /** {@code title} sorts by the titles that the reader sees; {@code title_de} by the German ones, whatever she reads. */
    private String suffix(EntryField field) {
        return field.name().equals(field.unlocalized())
                ? locale.suffix()
                : field.name()
                        .substring(field.name().lastIndexOf(lastPart(field))
                                + lastPart(field).length()
                                + 1);
    }

    private static String lastPart(EntryField field) {
        return field.unlocalized().substring(field.unlocalized().lastIndexOf('/') + 1);
    }
}
