package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One set of documents, many queries, the ids that each must find. */
public abstract class QueryTableContract extends SearchEngineContract {

    private static final GeoPoint NOWHERE = new GeoPoint(0, -140);

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void aQueryFindsWhatMeetsIt(String what, Query query, String expected) {
        add(
                document(
                        "belgrade",
                        "country",
                        "RS",
                        "topic",
                        List.of("erp", "crm"),
                        "year",
                        2010,
                        "price",
                        1.5,
                        "place",
                        BELGRADE,
                        "text",
                        List.of("old wood furniture", "new metal"),
                        "title",
                        "wood"),
                document(
                        "novisad",
                        "country",
                        "RS",
                        "topic",
                        "erp",
                        "year",
                        List.of(1999, 2020),
                        "price",
                        List.of(-1.0, 0.0),
                        "place",
                        NOVI_SAD,
                        "text",
                        "metal furniture wood",
                        "day",
                        0),
                document(
                        "ljubljana",
                        "country",
                        "SI",
                        "topic",
                        "",
                        "year",
                        2015,
                        "place",
                        LJUBLJANA,
                        "text",
                        "woodwork"),
                document("empty"));
        assertThat(found(query)).containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                of("no part of all", new Query.AllOf(List.of()), "belgrade novisad ljubljana empty"),
                of("no part of any", new Query.AnyOf(List.of()), ""),
                of("no part of the best", new Query.Best(List.of(), 0.1), ""),
                of("no value", new Query.Terms("country", Set.of()), ""),
                of("an unknown value", term("country", "XX"), ""),
                of("other case", term("country", "rs"), ""),
                of("the empty text as a value", term("topic", ""), "ljubljana"),
                of(
                        "both values of one",
                        new Query.AllOf(List.of(term("topic", "erp"), term("topic", "crm"))),
                        "belgrade"),
                of("none of the values", new Query.Not(term("topic", "erp", "")), "empty"),
                of("not all", new Query.Not(new Query.All()), ""),
                of("not not", new Query.Not(new Query.Not(term("country", "SI"))), "ljubljana"),
                of("not nothing", new Query.Not(new Query.AnyOf(List.of())), "belgrade novisad ljubljana empty"),
                of("only exclusions", new Query.AllOf(List.of(not("RS"), not("SI"))), "empty"),
                of(
                        "an exclusion among choices",
                        new Query.AnyOf(List.of(not("RS"), term("topic", "crm"))),
                        "belgrade ljubljana empty"),
                of(
                        "an exclusion among the best",
                        new Query.Best(List.of(not("RS"), new Query.Token("text", "old")), 0),
                        "belgrade ljubljana empty"),
                of("a boosted exclusion", new Query.Boosted(not("RS"), 3), "ljubljana empty"),
                of("a boost of nothing", new Query.Boosted(new Query.Token("text", "old"), 0), "belgrade"),
                of(
                        "nested choices",
                        new Query.AllOf(List.of(
                                new Query.AnyOf(List.of(term("country", "SI"), term("topic", "crm"))),
                                new Query.Exists("place"))),
                        "belgrade ljubljana"),
                of(
                        "open keyword range",
                        new Query.KeywordRange("country", null, true, null, true),
                        "belgrade novisad ljubljana"),
                of("keyword range upwards", new Query.KeywordRange("country", "RS", false, null, true), "ljubljana"),
                of(
                        "keyword range downwards",
                        new Query.KeywordRange("country", null, true, "SI", false),
                        "belgrade novisad"),
                of("keyword range upside down", new Query.KeywordRange("country", "Z", true, "A", true), ""),
                of("one year", new Query.LongRange("year", 2015, 2015), "ljubljana"),
                of("years between which no value lies", new Query.LongRange("year", 2000, 2009), ""),
                of("years of several values", new Query.LongRange("year", 2011, Long.MAX_VALUE), "novisad ljubljana"),
                of(
                        "all years",
                        new Query.LongRange("year", Long.MIN_VALUE, Long.MAX_VALUE),
                        "belgrade novisad ljubljana"),
                of("years upside down", new Query.LongRange("year", 2020, 1999), ""),
                of("the epoch", new Query.LongRange("day", 0, 0), "novisad"),
                of("negative prices", new Query.DoubleRange("price", -2, true, 0, false), "novisad"),
                of("minus nought is nought", new Query.DoubleRange("price", -0.0, true, 0.0, true), "novisad"),
                of("above 1.5", new Query.DoubleRange("price", 1.5, false, Double.POSITIVE_INFINITY, true), ""),
                of(
                        "all prices",
                        new Query.DoubleRange("price", Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true),
                        "belgrade novisad"),
                of("any text by wildcard", new Query.Wildcard("topic", "*"), "belgrade novisad ljubljana"),
                of("one character by wildcard", new Query.Wildcard("country", "?S"), "belgrade novisad"),
                of("no character by wildcard", new Query.Wildcard("country", "RS?"), ""),
                of("has a text", new Query.Exists("text"), "belgrade novisad ljubljana"),
                of("has no title", new Query.Not(new Query.Exists("title")), "novisad ljubljana empty"),
                of("a word of the second value", new Query.Token("text", "new"), "belgrade"),
                of("a word in part", new Query.Token("text", "woo"), ""),
                of("words that begin so", new Query.TokenPrefix("text", "wood"), "belgrade novisad ljubljana"),
                of(
                        "words of both fields",
                        new Query.AllOf(List.of(new Query.Token("text", "wood"), new Query.Token("title", "wood"))),
                        "belgrade"),
                of("a phrase of one", new Query.Phrase("text", List.of("furniture")), "belgrade novisad"),
                of("a phrase in order", new Query.Phrase("text", List.of("furniture", "wood")), "novisad"),
                of("a phrase over the gap", new Query.Phrase("text", List.of("furniture", "new")), ""),
                of("a phrase with a word left out", new Query.Phrase("text", List.of("old", "furniture")), ""),
                of("within 100 km of Belgrade", new Query.GeoDistance("place", BELGRADE, 100_000), "belgrade novisad"),
                of(
                        "a ring around Belgrade",
                        new Query.AllOf(List.of(
                                new Query.GeoDistance("place", BELGRADE, 100_000),
                                new Query.Not(new Query.GeoDistance("place", BELGRADE, 10_000)))),
                        "novisad"),
                of("all the globe", new Query.GeoDistance("place", NOWHERE, 20_100_000), "belgrade novisad ljubljana"),
                of("a box", new Query.GeoBox("place", 46, 19, 44, 21), "belgrade novisad"),
                of(
                        "a box the other way round the globe",
                        new Query.GeoBox("place", 90, 19, -90, 15),
                        "belgrade novisad ljubljana"));
    }

    private static Arguments of(String what, Query query, String expected) {
        return Arguments.of(what, query, expected);
    }

    private static Query not(String country) {
        return new Query.Not(term("country", country));
    }
}
