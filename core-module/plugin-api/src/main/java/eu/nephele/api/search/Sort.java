package eu.nephele.api.search;

/** Documents without a value come last, in either direction. The last tie is always broken by id. */
public sealed interface Sort {

    /** By the text score, best first. */
    record ByScore() implements Sort {}

    record ByField(String field, boolean descending) implements Sort {}

    record ByDistance(String field, GeoPoint origin) implements Sort {}
}
