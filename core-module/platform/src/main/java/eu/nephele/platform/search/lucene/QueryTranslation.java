package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/** Queries of the port become Lucene's. Text alone scores; everything else only filters. */
final class QueryTranslation {

    private static final org.apache.lucene.search.Query NOTHING = new MatchNoDocsQuery();

    private final Fields fields;

    /** By edits and token: one serves all fields. */
    private final Map<String, CompiledAutomaton> nearTokens = new HashMap<>();

    QueryTranslation(Fields fields) {
        this.fields = fields;
    }

    org.apache.lucene.search.Query translate(Query query) {
        return switch (query) {
            case Query.All all -> new MatchAllDocsQuery();
            case Query.AllOf all -> allOf(all.queries());
            case Query.AnyOf any -> anyOf(any.queries());
            case Query.Not not -> allOf(List.of(not));
            case Query.Best best ->
                new DisjunctionMaxQuery(
                        best.queries().stream().map(this::optional).toList(), (float) best.tieBreaker());
            case Query.Boosted boosted -> new BoostQuery(translate(boosted.query()), (float) boosted.boost());
            case Query.Constant constant ->
                new BoostQuery(new ConstantScoreQuery(translate(constant.query())), (float) constant.score());
            case Query.Terms terms ->
                on(
                        terms.field(),
                        FieldKind.KEYWORD,
                        name -> KeywordField.newSetQuery(
                                name, terms.values().stream().map(BytesRef::new).toList()));
            case Query.KeywordRange range ->
                on(
                        range.field(),
                        FieldKind.KEYWORD,
                        name -> new TermRangeQuery(
                                name,
                                bytes(range.from()),
                                bytes(range.to()),
                                range.fromIncluded(),
                                range.toIncluded()));
            case Query.LongRange range ->
                on(
                        range.field(),
                        FieldKind.LONG,
                        name -> range.from() > range.to()
                                ? NOTHING
                                : LongField.newRangeQuery(name, range.from(), range.to()));
            case Query.DoubleRange range -> on(range.field(), FieldKind.DOUBLE, name -> doubles(name, range));
            case Query.Wildcard wildcard ->
                on(wildcard.field(), FieldKind.KEYWORD, name -> new WildcardQuery(new Term(name, wildcard.pattern())));
            case Query.Exists exists -> exists(exists.field());
            case Query.Token token ->
                on(token.field(), FieldKind.TOKENS, name -> new TermQuery(new Term(name, token.token())));
            case Query.TokenPrefix prefix ->
                on(prefix.field(), FieldKind.TOKENS, name -> new PrefixQuery(new Term(name, prefix.prefix())));
            case Query.TokenFuzzy fuzzy ->
                on(fuzzy.field(), FieldKind.TOKENS, name -> fuzzy(new Term(name, fuzzy.token()), fuzzy.edits()));
            case Query.Phrase phrase ->
                on(
                        phrase.field(),
                        FieldKind.TOKENS,
                        name -> new PhraseQuery(
                                phrase.slop(), name, phrase.tokens().toArray(String[]::new)));
            case Query.GeoDistance distance ->
                on(
                        distance.field(),
                        FieldKind.GEO,
                        name -> LatLonPoint.newDistanceQuery(
                                name,
                                distance.origin().latitude(),
                                distance.origin().longitude(),
                                distance.metres()));
            case Query.GeoBox box -> on(box.field(), FieldKind.GEO, name -> box(name, box));
        };
    }

    private org.apache.lucene.search.Query on(
            String field, FieldKind kind, Function<String, org.apache.lucene.search.Query> make) {
        return fields.stored(field, kind).map(make).orElse(NOTHING);
    }

    private org.apache.lucene.search.Query allOf(List<Query> queries) {
        var all = new BooleanQuery.Builder();
        var onlyExclusions = true;
        for (var query : queries) {
            if (query instanceof Query.Not not) {
                all.add(translate(not.query()), Occur.MUST_NOT);
            } else {
                all.add(translate(query), query.scores() ? Occur.MUST : Occur.FILTER);
                onlyExclusions = false;
            }
        }
        if (onlyExclusions) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return all.build();
    }

    private org.apache.lucene.search.Query anyOf(List<Query> queries) {
        if (queries.isEmpty()) {
            return NOTHING;
        }
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(optional(query), Occur.SHOULD));
        return any.build();
    }

    private org.apache.lucene.search.Query optional(Query query) {
        var translated = translate(query);
        return query.scores() ? translated : new BoostQuery(new ConstantScoreQuery(translated), 0);
    }

    private org.apache.lucene.search.Query exists(String field) {
        fields.stored(field, FieldKind.TOKENS, FieldKind.KEYWORD, FieldKind.LONG, FieldKind.DOUBLE, FieldKind.GEO);
        var any = new BooleanQuery.Builder();
        fields.kinds(field).stream()
                .filter(kind -> kind != FieldKind.SORT)
                .map(kind -> new FieldExistsQuery(StoredFields.name(kind, field)))
                .forEach(exists -> any.add(exists, Occur.SHOULD));
        return any.build();
    }

    private org.apache.lucene.search.Query fuzzy(Term term, int edits) {
        var near = nearTokens.computeIfAbsent(
                edits + term.text(), key -> FuzzyQuery.getFuzzyAutomaton(term.text(), edits, edits - 1, true));
        return new NearTokensQuery(term, edits, near);
    }

    private static org.apache.lucene.search.Query doubles(String name, Query.DoubleRange range) {
        var from = range.fromIncluded() ? range.from() : Math.nextUp(range.from());
        var to = range.toIncluded() ? range.to() : Math.nextDown(range.to());
        return from > to ? NOTHING : DoubleField.newRangeQuery(name, from, to);
    }

    private static org.apache.lucene.search.Query box(String name, Query.GeoBox box) {
        if (box.south() > box.north()) {
            throw new IllegalArgumentException("a box whose south is north of its north");
        }
        return LatLonPoint.newBoxQuery(name, box.south(), box.north(), box.west(), box.east());
    }

    private static @Nullable BytesRef bytes(@Nullable String text) {
        return text == null ? null : new BytesRef(text);
    }
}
