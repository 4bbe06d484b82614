package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.GeoValidationMethod;
import co.elastic.clients.elasticsearch._types.query_dsl.Query.Builder;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.ObjectBuilder;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** Queries of the port become Elasticsearch's. Text alone scores; everything else only filters. */
final class QueryTranslation {

    private static final co.elastic.clients.elasticsearch._types.query_dsl.Query NOTHING =
            co.elastic.clients.elasticsearch._types.query_dsl.Query.of(query -> query.matchNone(none -> none));
    static final co.elastic.clients.elasticsearch._types.query_dsl.Query EVERYTHING =
            co.elastic.clients.elasticsearch._types.query_dsl.Query.of(query -> query.matchAll(all -> all));

    private final Fields fields;
    private final NearTokens near;

    /** @param near of the tokens that the queries seek in spite of typos */
    QueryTranslation(Fields fields, NearTokens near) {
        this.fields = fields;
        this.near = near;
    }

    co.elastic.clients.elasticsearch._types.query_dsl.Query translate(Query query) {
        return switch (query) {
            case Query.All all -> EVERYTHING;
            case Query.AllOf all -> allOf(all.queries());
            case Query.AnyOf any -> anyOf(any.queries());
            case Query.Not not -> allOf(List.of(not));
            case Query.Best best -> best(best);
            case Query.Boosted boosted ->
                of(q -> q.bool(bool -> bool.must(translate(boosted.query())).boost((float) boosted.boost())));
            case Query.Constant constant ->
                of(q -> q.constantScore(
                        c -> c.filter(translate(constant.query())).boost((float) constant.score())));
            case Query.Terms terms -> anyOf(terms.field(), FieldKind.KEYWORD, terms.values());
            case Query.KeywordRange range -> keywords(range);
            case Query.LongRange range -> longs(range);
            case Query.DoubleRange range -> doubles(range);
            case Query.Wildcard wildcard ->
                on(
                        wildcard.field(),
                        FieldKind.KEYWORD,
                        (q, name) -> q.wildcard(w -> w.field(name).value(wildcard.pattern())));
            case Query.Exists exists -> exists(exists.field());
            case Query.Token token ->
                on(
                        token.field(),
                        FieldKind.TOKENS,
                        (q, name) -> q.term(t -> t.field(name).value(token.token())));
            case Query.TokenPrefix prefix ->
                on(
                        prefix.field(),
                        FieldKind.TOKENS,
                        (q, name) -> q.prefix(p -> p.field(name).value(prefix.prefix())));
            case Query.TokenFuzzy fuzzy ->
                anyOf(fuzzy.field(), FieldKind.TOKENS, near.within(fuzzy.token(), fuzzy.edits()));
            case Query.Phrase phrase ->
                on(
                        phrase.field(),
                        FieldKind.TOKENS,
                        (q, name) -> q.matchPhrase(p -> p.field(name)
                                .query(String.join(" ", phrase.tokens()))
                                .slop(phrase.slop())));
            case Query.GeoDistance distance -> distance(distance);
            case Query.GeoBox box -> box(box);
        };
    }

    private static co.elastic.clients.elasticsearch._types.query_dsl.Query of(
            java.util.function.Function<Builder, ObjectBuilder<co.elastic.clients.elasticsearch._types.query_dsl.Query>>
                    make) {
        return co.elastic.clients.elasticsearch._types.query_dsl.Query.of(make);
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query on(
            String field,
            FieldKind kind,
            BiFunction<Builder, String, ObjectBuilder<co.elastic.clients.elasticsearch._types.query_dsl.Query>> make) {
        return fields.stored(field, kind)
                .map(name -> of(q -> make.apply(q, name)))
                .orElse(NOTHING);
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query allOf(List<Query> queries) {
        var all = new BoolQuery.Builder();
        var onlyExclusions = true;
        for (var query : queries) {
            if (query instanceof Query.Not not) {
                all.mustNot(translate(not.query()));
            } else {
                onlyExclusions = false;
                if (query.scores()) {
                    all.must(translate(query));
                } else {
                    all.filter(translate(query));
                }
            }
        }
        if (onlyExclusions) {
            all.filter(EVERYTHING);
        }
        return of(q -> q.bool(all.build()));
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query anyOf(List<Query> queries) {
        if (queries.isEmpty()) {
            return NOTHING;
        }
        return of(q -> q.bool(bool -> bool.should(optional(queries)).minimumShouldMatch("1")));
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query best(Query.Best best) {
        if (best.queries().isEmpty()) {
            return NOTHING;
        }
        return of(q -> q.disMax(max -> max.queries(optional(best.queries())).tieBreaker(best.tieBreaker())));
    }

    private List<co.elastic.clients.elasticsearch._types.query_dsl.Query> optional(List<Query> queries) {
        return queries.stream()
                .map(query -> {
                    var translated = translate(query);
                    return query.scores()
                            ? translated
                            : of(q -> q.constantScore(c -> c.filter(translated).boost(0f)));
                })
                .toList();
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query anyOf(
            String field, FieldKind kind, Collection<String> sought) {
        var values = sought.stream().map(FieldValue::of).toList();
        return on(field, kind, (q, name) -> q.terms(t -> t.field(name).terms(list -> list.value(values))));
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query keywords(Query.KeywordRange range) {
        return range(
                range.field(), FieldKind.KEYWORD, range.from(), range.fromIncluded(), range.to(), range.toIncluded());
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query longs(Query.LongRange range) {
        if (range.from() > range.to()) {
            fields.stored(range.field(), FieldKind.LONG);
            return NOTHING;
        }
        return range(range.field(), FieldKind.LONG, range.from(), true, range.to(), true);
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query doubles(Query.DoubleRange range) {
        return range(
                range.field(),
                FieldKind.DOUBLE,
                range.from() == Double.NEGATIVE_INFINITY ? null : (Double) range.from(),
                range.fromIncluded(),
                range.to() == Double.POSITIVE_INFINITY ? null : (Double) range.to(),
                range.toIncluded());
    }

    /** An open range is one of what has a value. */
    private co.elastic.clients.elasticsearch._types.query_dsl.Query range(
            String field,
            FieldKind kind,
            @org.jspecify.annotations.Nullable Object from,
            boolean fromIncluded,
            @org.jspecify.annotations.Nullable Object to,
            boolean toIncluded) {
        return on(
                field,
                kind,
                (q, name) -> q.range(r -> r.untyped(u -> {
                    u.field(name);
                    if (from != null) {
                        u = fromIncluded ? u.gte(JsonData.of(from)) : u.gt(JsonData.of(from));
                    }
                    if (to != null) {
                        u = toIncluded ? u.lte(JsonData.of(to)) : u.lt(JsonData.of(to));
                    }
                    return u;
                })));
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query exists(String field) {
        fields.kind(field, FieldKind.TOKENS, FieldKind.KEYWORD, FieldKind.LONG, FieldKind.DOUBLE, FieldKind.GEO);
        var any = fields.kinds(field).stream()
                .filter(kind -> kind != FieldKind.SORT)
                .map(kind -> of(q -> q.exists(e -> e.field(FieldNames.stored(kind, field)))))
                .toList();
        return any.isEmpty() ? NOTHING : of(q -> q.bool(bool -> bool.should(any).minimumShouldMatch("1")));
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query distance(Query.GeoDistance distance) {
        requireOnGlobe(distance.origin());
        if (!(distance.metres() >= 0)) {
            throw refused("a distance below zero");
        }
        return on(
                distance.field(),
                FieldKind.GEO,
                (q, name) -> q.geoDistance(g -> g.field(name)
                        .location(location -> location.latlon(
                                point -> point.lat(distance.origin().latitude())
                                        .lon(distance.origin().longitude())))
                        .distance(distance.metres() + "m")
                        .validationMethod(GeoValidationMethod.Strict)));
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query box(Query.GeoBox box) {
        requireOnGlobe(new GeoPoint(box.north(), box.west()));
        requireOnGlobe(new GeoPoint(box.south(), box.east()));
        if (box.south() > box.north()) {
            throw refused("a box whose south is north of its north");
        }
        return on(
                box.field(),
                FieldKind.GEO,
                (q, name) -> q.geoBoundingBox(g -> g.field(name)
                        .boundingBox(bounds -> bounds.coords(c -> c.top(box.north())
                                .left(box.west())
                                .bottom(box.south())
                                .right(box.east())))
                        .validationMethod(GeoValidationMethod.Strict)));
    }

    static void requireOnGlobe(GeoPoint point) {
        if (!FieldKind.GEO.takes(point)) {
            throw refused("no place on the globe: %s, %s".formatted(point.latitude(), point.longitude()));
        }
    }

    private static PlatformException refused(String why) {
        return new PlatformException(ErrorCode.INVALID_QUERY, "The search cannot be understood: " + why);
    }
}
