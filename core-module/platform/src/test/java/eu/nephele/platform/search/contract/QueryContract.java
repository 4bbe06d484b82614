package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each query meets. */
public abstract class QueryContract extends SearchEngineContract {

    @Test
    void allMeetsEverything() {
        add(document("a"), document("b", "country", "IT"));

        assertThat(found(all())).containsExactly("a", "b");
    }

    @Test
    void termsMeetAnyOfTheirValues() {
        add(document("a", "country", "IT"), document("b", "country", "SI"), document("c", "country", "RS"));

        assertThat(found(term("country", "IT", "RS"))).containsExactly("a", "c");
        assertThat(found(term("country", "it"))).isEmpty();
        assertThat(found(new Query.Terms("country", Set.of()))).isEmpty();
    }

    @Test
    void termsMeetAnyValueOfADocument() {
        add(document("a", "topic", List.of("erp", "crm")));

        assertThat(found(term("topic", "crm"))).containsExactly("a");
        assertThat(found(term("topic", "erp crm"))).isEmpty();
    }

    @Test
    void keywordsMayHoldAnything() {
        var odd = "a b/c:d \"e\" *?\\ ä 🛶 %_";
        add(document("a", "topic", odd), document("b", "topic", ""));

        assertThat(found(term("topic", odd))).containsExactly("a");
        assertThat(found(term("topic", ""))).containsExactly("b");
    }

    @Test
    void manyTermsAreNoProblem() {
        add(document("a", "topic", "t500"));
        var values = new String[1_000];
        for (var i = 0; i < values.length; i++) {
            values[i] = "t" + i;
        }

        assertThat(found(term("topic", values))).containsExactly("a");
    }

    @Test
    void keywordRangesCompareByCodePoint() {
        add(document("a", "topic", "Zebra"), document("b", "topic", "apple"), document("c", "topic", "ä"));

        assertThat(found(range("Z", true, "b", true))).containsExactly("a", "b");
        assertThat(found(range("b", true, null, true))).containsExactly("c");
        assertThat(found(range(null, true, "apple", false))).containsExactly("a");
        assertThat(found(range(null, true, "apple", true))).containsExactly("a", "b");
        assertThat(found(range("apple", false, null, true))).containsExactly("c");
        assertThat(found(range("z", true, "a", true))).isEmpty();
    }

    @Test
    void keywordRangesPutSurrogatePairsBehindTheBasicPlane() {
        add(document("pair", "topic", "🛶"), document("basic", "topic", "\uFFFD"));

        assertThat(found(range("\uFFFD", false, null, true))).containsExactly("pair");
    }

    @Test
    void longRangesIncludeTheirBounds() {
        add(document("a", "year", 1999), document("b", "year", 2000), document("c", "year", List.of(1980, 2010)));

        assertThat(found(new Query.LongRange("year", 1999, 2000))).containsExactly("a", "b");
        assertThat(found(new Query.LongRange("year", 2001, Long.MAX_VALUE))).containsExactly("c");
        assertThat(found(new Query.LongRange("year", Long.MIN_VALUE, 1990))).containsExactly("c");
        assertThat(found(new Query.LongRange("year", 1981, 1998))).isEmpty();
        assertThat(found(new Query.LongRange("year", 5, 4))).isEmpty();
    }

    @Test
    void longsKeepTheirPrecision() {
        add(document("a", "year", Long.MAX_VALUE), document("b", "year", Long.MAX_VALUE - 1));

        assertThat(found(new Query.LongRange("year", Long.MAX_VALUE, Long.MAX_VALUE)))
                .containsExactly("a");
    }

    @Test
    void doubleRangesIncludeTheirBoundsOrNot() {
        add(document("a", "price", 0.5), document("b", "price", 1.0), document("c", "price", -3.25));

        assertThat(found(doubles(0.5, true, 1.0, true))).containsExactly("a", "b");
        assertThat(found(doubles(0.5, false, 1.0, true))).containsExactly("b");
        assertThat(found(doubles(0.5, true, 1.0, false))).containsExactly("a");
        assertThat(found(doubles(Double.NEGATIVE_INFINITY, true, 0, true))).containsExactly("c");
        assertThat(found(doubles(0, true, Double.POSITIVE_INFINITY, true))).containsExactly("a", "b");
        assertThat(found(doubles(0.5, false, 0.5, true))).isEmpty();
    }

    @Test
    void wildcardsStandForAnyCharactersOrOne() {
        add(document("a", "topic", "e-commerce"), document("b", "topic", "commerce"), document("c", "topic", "comm"));

        assertThat(found(new Query.Wildcard("topic", "*commerce"))).containsExactly("a", "b");
        assertThat(found(new Query.Wildcard("topic", "comm*"))).containsExactly("b", "c");
        assertThat(found(new Query.Wildcard("topic", "?-comm*"))).containsExactly("a");
        assertThat(found(new Query.Wildcard("topic", "commerc"))).isEmpty();
    }

    @Test
    void aBackslashTakesTheMeaningOfAWildcardAway() {
        add(document("a", "topic", "5*"), document("b", "topic", "55"), document("c", "topic", "5\\"));

        assertThat(found(new Query.Wildcard("topic", "5\\*"))).containsExactly("a");
        assertThat(found(new Query.Wildcard("topic", "5\\\\"))).containsExactly("c");
    }

    @Test
    void existsMeetsDocumentsWithAnyValue() {
        add(
                document("a", "country", "IT"),
                document("b", "year", 1),
                document("c", "price", 1.0),
                document("d", "place", BELGRADE),
                document("e", "text", "wood"));

        assertThat(found(new Query.Exists("country"))).containsExactly("a");
        assertThat(found(new Query.Exists("year"))).containsExactly("b");
        assertThat(found(new Query.Exists("price"))).containsExactly("c");
        assertThat(found(new Query.Exists("place"))).containsExactly("d");
        assertThat(found(new Query.Exists("text"))).containsExactly("e");
    }

    @Test
    void existsIsNoQuestionForSortKeys() {
        assertRefused(() -> found(new Query.Exists("titleKey")));
    }

    @Test
    void notMeetsTheRest() {
        add(document("a", "country", "IT"), document("b", "country", "SI"), document("c"));

        assertThat(found(new Query.Not(term("country", "IT")))).containsExactly("b", "c");
        assertThat(found(new Query.Not(new Query.Not(term("country", "IT"))))).containsExactly("a");
    }

    @Test
    void allOfMeetsWhatMeetsEach() {
        add(document("a", "country", "IT", "topic", "erp"), document("b", "country", "IT"), document("c"));

        assertThat(found(new Query.AllOf(List.of(term("country", "IT"), term("topic", "erp")))))
                .containsExactly("a");
        assertThat(found(new Query.AllOf(List.of(term("country", "IT"), new Query.Not(term("topic", "erp"))))))
                .containsExactly("b");
        assertThat(found(new Query.AllOf(List.of(new Query.Not(term("country", "IT"))))))
                .containsExactly("c");
        assertThat(found(new Query.AllOf(List.of()))).containsExactly("a", "b", "c");
    }

    @Test
    void anyOfMeetsWhatMeetsOne() {
        add(document("a", "country", "IT"), document("b", "topic", "erp"), document("c"));

        assertThat(found(new Query.AnyOf(List.of(term("country", "IT"), term("topic", "erp")))))
                .containsExactly("a", "b");
        assertThat(found(new Query.AnyOf(List.of(term("country", "SI"), new Query.Not(term("country", "IT"))))))
                .containsExactly("b", "c");
        assertThat(found(new Query.AnyOf(List.of()))).isEmpty();
        assertThat(found(new Query.Best(List.of(), 0))).isEmpty();
    }

    @Test
    void tokensAreFoundWhole() {
        add(document("a", "text", "wood metal"), document("b", "text", "woodwork"));

        assertThat(found(new Query.Token("text", "wood"))).containsExactly("a");
        assertThat(found(new Query.Token("text", "wood metal"))).isEmpty();
        assertThat(found(new Query.Token("text", "Wood"))).isEmpty();
        assertThat(found(new Query.Token("title", "wood"))).isEmpty();
    }

    @Test
    void tokensAreFoundByTheirBeginning() {
        add(document("a", "text", "wood metal"), document("b", "text", "woodwork"));

        assertThat(found(new Query.TokenPrefix("text", "wood"))).containsExactlyInAnyOrder("a", "b");
        assertThat(found(new Query.TokenPrefix("text", "woodw"))).containsExactly("b");
        assertThat(found(new Query.TokenPrefix("text", "ood"))).isEmpty();
    }

    @Test
    void tokensAreFoundInSpiteOfATypo() {
        add(
                document("same", "text", "metal cluster"),
                document("more", "text", "cluuster"),
                document("less", "text", "custer"),
                document("other", "text", "klaster kluster"),
                document("swapped", "text", "clutser"),
                document("far", "text", "klaster"));

        assertThat(found(new Query.TokenFuzzy("text", "cluster", 1)))
                .containsExactlyInAnyOrder("same", "more", "less", "other", "swapped");
        assertThat(found(new Query.TokenFuzzy("text", "clastr", 2)))
                .as("two typos, the first letter being right")
                .containsExactlyInAnyOrder("same");
        assertThat(found(new Query.TokenFuzzy("text", "kluster", 1))).containsExactlyInAnyOrder("same", "other", "far");
        assertThat(found(new Query.TokenFuzzy("text", "kluste", 2)))
                .as("begins otherwise")
                .containsExactlyInAnyOrder("other", "far");
        assertThat(found(new Query.TokenFuzzy("title", "cluster", 2))).isEmpty();
    }

    @Test
    void typosAreCountedByCharactersOfAnyScript() {
        add(document("a", "text", "кластер"), document("b", "text", "🛶🛶🛶🛶"));

        assertThat(found(new Query.TokenFuzzy("text", "клстер", 1))).containsExactly("a");
        assertThat(found(new Query.TokenFuzzy("text", "клтсер", 2))).containsExactly("a");
        assertThat(found(new Query.TokenFuzzy("text", "🛶🛶🛶", 1))).containsExactly("b");
    }

    @Test
    void noCharacterIsEditedTwice() {
        add(document("a", "text", "abcdef"));

        assertThat(found(new Query.TokenFuzzy("text", "caxdef", 2)))
                .as("ca, exchanged, with a letter between")
                .isEmpty();
        assertThat(found(new Query.TokenFuzzy("text", "acbdfe", 2))).containsExactly("a");
    }

    @Test
    void allTokensWithATypoAreFoundHoweverMany() {
        add(IntStream.range(0, 300)
                .mapToObj(i -> document("d%03d".formatted(i), "text", "cluster" + (char) (0x4e00 + i)))
                .toArray(IndexDocument[]::new));

        assertThat(found(new Query.TokenFuzzy("text", "cluster", 1))).hasSize(300);
    }

    @Test
    void onlyOneOrTwoTyposAreAQuestion() {
        assertRefused(() -> found(new Query.TokenFuzzy("text", "cluster", 0)));
        assertRefused(() -> found(new Query.TokenFuzzy("text", "cluster", 3)));
        assertRefused(() -> found(new Query.TokenFuzzy("text", "iz", 1)));
        assertRefused(() -> found(new Query.TokenFuzzy("text", "clust", 2)));
        assertRefused(() -> found(new Query.TokenFuzzy("country", "IT", 1)));
    }

    @Test
    void constantsMeetWhatTheirQueryMeets() {
        add(document("a", "country", "IT"), document("b", "text", "wood"));

        assertThat(found(new Query.Constant(term("country", "IT"), 2))).containsExactly("a");
        assertThat(found(new Query.Constant(new Query.Not(term("country", "IT")), 0)))
                .containsExactly("b");
    }

    @Test
    void phrasesAreTokensInARow() {
        add(document("a", "text", "supply chain control"), document("b", "text", "chain supply"));

        assertThat(found(new Query.Phrase("text", List.of("supply", "chain")))).containsExactly("a");
        assertThat(found(new Query.Phrase("text", List.of("supply", "control"))))
                .isEmpty();
        assertThat(found(new Query.Phrase("text", List.of("supply")))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void phrasesMayBeLoose() {
        add(
                document("row", "text", "supply chain"),
                document("one", "text", "supply and chain"),
                document("two", "text", "supply of the chain"),
                document("swapped", "text", "chain supply"),
                document("values", "text", List.of("supply", "chain")));

        assertThat(found(new Query.Phrase("text", List.of("supply", "chain"), 1)))
                .containsExactlyInAnyOrder("row", "one");
        assertThat(found(new Query.Phrase("text", List.of("supply", "chain"), 2)))
                .containsExactlyInAnyOrder("row", "one", "two", "swapped");
        assertRefused(() -> found(new Query.Phrase("text", List.of("supply", "chain"), -1)));
    }

    @Test
    void phrasesDoNotReachFromOneValueToTheNext() {
        add(document("a", "text", List.of("supply", "chain")));

        assertThat(found(new Query.Phrase("text", List.of("supply", "chain")))).isEmpty();
        assertThat(found(new Query.Token("text", "chain"))).containsExactly("a");
    }

    /** As many as the longest transcript has segments. */
    @Test
    void wordsAreFoundInEachOfThousandsOfValues() {
        var said = IntStream.range(0, 2_000)
                .mapToObj(segment -> "segment number%d ends here".formatted(segment))
                .toList();
        add(document("talk", "text", said), document("other", "text", "segment number"));

        assertThat(found(new Query.Token("text", "number0"))).containsExactly("talk");
        assertThat(found(new Query.Phrase("text", List.of("number1999", "ends", "here"))))
                .containsExactly("talk");
        assertThat(found(new Query.Phrase("text", List.of("here", "segment", "number1000"))))
                .isEmpty();
        assertThat(found(new Query.Phrase("text", List.of("number1000", "number1001"), 3)))
                .isEmpty();
    }

    @Test
    void distancesAreMeasuredInMetres() {
        add(document("bg", "place", BELGRADE), document("ns", "place", NOVI_SAD), document("lj", "place", LJUBLJANA));

        assertThat(found(new Query.GeoDistance("place", BELGRADE, 1_000))).containsExactly("bg");
        assertThat(found(new Query.GeoDistance("place", BELGRADE, 69_000))).containsExactly("bg");
        assertThat(found(new Query.GeoDistance("place", BELGRADE, 72_000))).containsExactly("bg", "ns");
        assertThat(found(new Query.GeoDistance("place", BELGRADE, 1_000_000))).containsExactly("bg", "lj", "ns");
    }

    @Test
    void boxesMayCrossTheDateLine() {
        add(
                document("fiji", "place", new GeoPoint(-17, 178)),
                document("samoa", "place", new GeoPoint(-14, -172)),
                document("bg", "place", BELGRADE));

        assertThat(found(new Query.GeoBox("place", -10, 170, -20, -170))).containsExactly("fiji", "samoa");
        assertThat(found(new Query.GeoBox("place", 47, 14, 44, 21))).containsExactly("bg");
    }

    @Test
    void aFieldThatTheSchemaLacksMeetsNothing() {
        add(document("a", "country", "IT"));

        assertThat(found(term("nowhere", "IT"))).isEmpty();
        assertThat(found(new Query.LongRange("nowhere", 0, 1))).isEmpty();
        assertThat(found(new Query.Exists("nowhere"))).isEmpty();
        assertThat(found(new Query.Token("nowhere", "x"))).isEmpty();
        assertThat(found(new Query.Not(new Query.Exists("nowhere")))).containsExactly("a");
    }

    @Test
    void aFieldOfAnotherKindIsRefused() {
        assertRefused(() -> found(term("year", "1999")));
        assertRefused(() -> found(new Query.LongRange("country", 0, 1)));
        assertRefused(() -> found(new Query.Token("country", "IT")));
        assertRefused(() -> found(new Query.GeoDistance("price", BELGRADE, 1)));
    }

    @Test
    void impossiblePlacesAreRefused() {
        assertRefused(() -> found(new Query.GeoDistance("place", new GeoPoint(91, 0), 1)));
        assertRefused(() -> found(new Query.GeoDistance("place", BELGRADE, -1)));
        assertRefused(() -> found(new Query.GeoBox("place", 10, 0, 20, 1)));
    }

    private static Query range(
            @org.jspecify.annotations.Nullable String from,
            boolean fromIncluded,
            @org.jspecify.annotations.Nullable String to,
            boolean toIncluded) {
        return new Query.KeywordRange("topic", from, fromIncluded, to, toIncluded);
    }

    private static Query doubles(double from, boolean fromIncluded, double to, boolean toIncluded) {
        return new Query.DoubleRange("price", from, fromIncluded, to, toIncluded);
    }
}
