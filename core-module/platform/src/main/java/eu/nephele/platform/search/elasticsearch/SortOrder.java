package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.DistanceUnit;
import co.elastic.clients.elasticsearch._types.GeoDistanceType;
import co.elastic.clients.elasticsearch._types.SortMode;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of hits as Elasticsearch's: what was asked for (by score where nothing was), then id. Parts over fields that no index
 * has are left out: no document has a value there.
 *
 * @param fingerprint of the order, so that a cursor of another order is recognised
 */
record SortOrder(List<SortOptions> options, boolean needsScores, int fingerprint) {

    static SortOrder of(List<Sort> wanted, boolean queryScores, Fields fields) {
        var parts = wanted.isEmpty() ? List.<Sort>of(new Sort.ByScore()) : wanted;
        var options = new ArrayList<SortOptions>();
        var needsScores = false;
        for (var part : parts) {
            switch (part) {
                case Sort.ByScore score -> {
                    if (queryScores) {
                        options.add(SortOptions.of(sort -> sort.score(s -> s.order(descending(true)))));
                        needsScores = true;
                    }
                }
                case Sort.ByField field ->
                    fields.kind(field.field(), FieldKind.SORT, FieldKind.KEYWORD, FieldKind.LONG, FieldKind.DOUBLE)
                            .map(kind -> byField(kind, field))
                            .ifPresent(options::add);
                case Sort.ByDistance distance -> {
                    QueryTranslation.requireOnGlobe(distance.origin());
                    fields.stored(distance.field(), FieldKind.GEO)
                            .map(name -> byDistance(name, distance))
                            .ifPresent(options::add);
                }
            }
        }
        options.add(SortOptions.of(sort -> sort.field(field -> field.field(FieldNames.ID))));
        return new SortOrder(options, needsScores, 31 * parts.toString().hashCode() + options.size());
    }

    private static SortOptions byField(FieldKind kind, Sort.ByField sort) {
        return SortOptions.of(options -> options.field(field -> field.field(FieldNames.stored(kind, sort.field()))
                .order(descending(sort.descending()))
                .mode(SortMode.Min)
                .missing("_last")
                .unmappedType(
                        switch (kind) {
                            case LONG -> FieldType.Long;
                            case DOUBLE -> FieldType.Double;
                            default -> FieldType.Keyword;
                        })));
    }

    private static SortOptions byDistance(String name, Sort.ByDistance sort) {
        return SortOptions.of(options -> options.geoDistance(distance -> distance.field(name)
                .location(location -> location.latlon(point ->
                        point.lat(sort.origin().latitude()).lon(sort.origin().longitude())))
                .order(descending(false))
                .mode(SortMode.Min)
                .unit(DistanceUnit.Meters)
                .distanceType(GeoDistanceType.Arc)
                .ignoreUnmapped(true)));
    }

    private static co.elastic.clients.elasticsearch._types.SortOrder descending(boolean descending) {
        return descending
                ? co.elastic.clients.elasticsearch._types.SortOrder.Desc
                : co.elastic.clients.elasticsearch._types.SortOrder.Asc;
    }
}
