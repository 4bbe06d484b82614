package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Sort;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;

/**
 * The order of hits as Lucene's sort: what was asked for (by score where nothing was), then id. Parts over fields that no index
 * has are left out: no document has a value there.
 *
 * @param fingerprint of the order, so that a cursor of another order is recognised
 */
record SortOrder(org.apache.lucene.search.Sort sort, boolean needsScores, int fingerprint) {

    static SortOrder of(List<Sort> wanted, boolean queryScores, Fields fields) {
        var parts = wanted.isEmpty() ? List.<Sort>of(new Sort.ByScore()) : wanted;
        var sortFields = new ArrayList<SortField>();
        var needsScores = false;
        for (var part : parts) {
            switch (part) {
                case Sort.ByScore score -> {
                    if (queryScores) {
                        sortFields.add(SortField.FIELD_SCORE);
                        needsScores = true;
                    }
                }
                case Sort.ByField field -> addField(sortFields, field, fields);
                case Sort.ByDistance distance ->
                    fields.stored(distance.field(), FieldKind.GEO)
                            .map(name -> LatLonDocValuesField.newDistanceSort(
                                    name,
                                    distance.origin().latitude(),
                                    distance.origin().longitude()))
                            .ifPresent(sortFields::add);
            }
        }
        sortFields.add(new SortField(StoredFields.ID, new TermOrder(false)));
        var sort = new org.apache.lucene.search.Sort(sortFields.toArray(SortField[]::new));
        return new SortOrder(sort, needsScores, fingerprint(parts, sortFields));
    }

    private static void addField(List<SortField> sortFields, Sort.ByField sort, Fields fields) {
        var kinds = new FieldKind[] {FieldKind.SORT, FieldKind.KEYWORD, FieldKind.LONG, FieldKind.DOUBLE};
        fields.stored(sort.field(), kinds)
                .map(name -> sortField(name, sort.descending()))
                .ifPresent(sortFields::add);
    }

    private static SortField sortField(String name, boolean descending) {
        if (name.charAt(0) == 's') {
            return new SortField(name, new TermOrder(descending), descending);
        }
        var field = switch (name.charAt(0)) {
            case 'k' -> new SortedSetSortField(name, descending, SortedSetSelector.Type.MIN);
            case 'l' -> new SortedNumericSortField(name, SortField.Type.LONG, descending);
            default -> new SortedNumericSortField(name, SortField.Type.DOUBLE, descending);
        };
        field.setMissingValue(missingLast(name.charAt(0), descending));
        return field;
    }

    /** Lucene turns the place of missing values with the direction. */
    private static Object missingLast(char kind, boolean descending) {
        return switch (kind) {
            case 'l' -> descending ? Long.MIN_VALUE : Long.MAX_VALUE;
            case 'd' -> descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> descending ? SortField.STRING_FIRST : SortField.STRING_LAST;
        };
    }

    private static int fingerprint(List<Sort> parts, List<SortField> sortFields) {
        return 31 * parts.toString().hashCode() + sortFields.size();
    }
}
