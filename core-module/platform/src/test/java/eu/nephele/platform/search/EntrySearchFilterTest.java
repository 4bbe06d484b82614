package eu.nephele.platform.search;

import static eu.nephele.platform.search.Champions.champion;
import static eu.nephele.platform.search.Champions.entry;
import static eu.nephele.platform.search.PropertyFilter.Operator.EQ;
import static eu.nephele.platform.search.PropertyFilter.Operator.GT;
import static eu.nephele.platform.search.PropertyFilter.Operator.GTE;
import static eu.nephele.platform.search.PropertyFilter.Operator.IN;
import static eu.nephele.platform.search.PropertyFilter.Operator.LIKE;
import static eu.nephele.platform.search.PropertyFilter.Operator.LT;
import static eu.nephele.platform.search.PropertyFilter.Operator.LTE;
import static eu.nephele.platform.search.PropertyFilter.Operator.NE;
import static eu.nephele.platform.search.PropertyFilter.Operator.NOT_IN;
import static eu.nephele.platform.search.PropertyFilter.Operator.NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntrySearchFilterTest {

    private final TestingSearch testing = new TestingSearch(Champions.definitions());
    private final Map<String, String> names = new HashMap<>();

    @AfterEach
    void close() {
        testing.close();
    }

    @Test
    void textsAreEqualCharacterByCharacter() {
        index(champion("a", "country", "IT"), champion("b", "country", "it"), champion("c", "country", "SI"));

        assertThat(found("country", EQ, "IT")).containsExactly("a");
        assertThat(found("country", EQ, "IT", "SI")).containsExactly("a", "c");
        assertThat(found("country", NE, "IT")).containsExactly("b", "c");
        assertThat(found("country", NE, "IT", "SI")).containsExactly("b");
    }

    @Test
    void entriesWithoutAValueMeetNeitherAFilterNorItsOpposite() {
        index(champion("a", "country", "IT"), champion("none"));

        assertThat(found("country", NE, "SI")).containsExactly("a");
        assertThat(found("country", NOT_IN, "A~B")).containsExactly("a");
        assertThat(found("country", NULL, "true")).containsExactly("none");
        assertThat(found("country", NULL, "false")).containsExactly("a");
    }

    @Test
    void numbersCompareAsNumbers() {
        index(champion("a", "employees", 9), champion("b", "employees", 10), champion("c", "employees", 100));

        assertThat(found("employees", GT, "9")).containsExactly("b", "c");
        assertThat(found("employees", GTE, "10")).containsExactly("b", "c");
        assertThat(found("employees", LT, "100")).containsExactly("a", "b");
        assertThat(found("employees", LTE, "9.5")).containsExactly("a");
        assertThat(found("employees", EQ, "010")).containsExactly("b");
        assertThat(found("employees", EQ, "9.5")).isEmpty();
        assertThat(found("employees", IN, "9~10")).containsExactly("a", "b");
        assertThat(found("employees", IN, "9~9", "100~")).containsExactly("a", "c");
        assertThat(found("employees", NOT_IN, "9~10")).containsExactly("c");
    }

    @Test
    void decimalsCompareAsNumbers() {
        index(
                champion("a", "turnover", Value.of(new BigDecimal("1342357.00"))),
                champion("b", "turnover", Value.of(new BigDecimal("99.5"))));

        assertThat(found("turnover", EQ, "1342357")).containsExactly("a");
        assertThat(found("turnover", LT, "100")).containsExactly("b");
        assertThat(found("turnover", IN, "99.5~99.5")).containsExactly("b");
    }

    @Test
    void numbersThatWereStoredAsTextsCompareAsNumbersToo() {
        index(champion("a", "employees", "9"), champion("b", "employees", "many"));

        assertThat(found("employees", LT, "10")).containsExactly("a");
    }

    @Test
    void flagsAreTrueOrFalse() {
        index(champion("a", "isSample", true), champion("b", "isSample", false));

        assertThat(found("isSample", EQ, "true")).containsExactly("a");
        assertThat(found("isSample", NE, "true")).containsExactly("b");
        assertInvalidValue("isSample", EQ, "yes", "true or false");
    }

    @Test
    void aDayStandsForAllItsMoments() {
        index(
                champion("night", "visited", moment("2020-05-01T00:00:00Z")),
                champion("noon", "visited", moment("2020-05-01T12:00:00Z")),
                champion("next", "visited", moment("2020-05-02T00:00:00Z")));

        assertThat(found("visited", EQ, "2020-05-01")).containsExactly("night", "noon");
        assertThat(found("visited", GT, "2020-05-01")).containsExactly("next");
        assertThat(found("visited", LTE, "2020-05-01")).containsExactly("night", "noon");
        assertThat(found("visited", GTE, "2020-05-01T14:00:00.000+02:00")).containsExactly("next", "noon");
        assertThat(found("visited", EQ, "2020-05-01T14:00:00.000+02:00")).containsExactly("noon");
        assertThat(found("visited", IN, "2020-04-01~2020-05-01")).containsExactly("night", "noon");
        assertInvalidValue("visited", GT, "1 May 2020", "yyyy-MM-dd");
        assertInvalidValue("visited", GT, "2020-02-31", "yyyy-MM-dd");
    }

    @Test
    void daysMonthsAndYearsCompareByTheirTime() {
        index(
                champion("day", "founded", "2012-10-01"),
                champion("month", "founded", "2012-11"),
                champion("year", "founded", "2013"));

        assertThat(found("founded", EQ, "2012-10-01")).containsExactly("day");
        assertThat(found("founded", EQ, "2012")).containsExactly("day", "month");
        assertThat(found("founded", EQ, "2013-01-01")).as("a year is no day").isEmpty();
        assertThat(found("founded", GT, "2012")).containsExactly("year");
        assertThat(found("founded", LT, "2012-11")).containsExactly("day");
        assertThat(found("founded", IN, "2012-10-02~2013-06-30")).containsExactly("month", "year");
        assertThat(found("founded", LIKE, "2012%")).containsExactly("day", "month");
        assertInvalidValue("founded", EQ, "October", "yyyy");
    }

    @Test
    void patternsKnowPercentAndUnderscore() {
        index(
                champion("a", "products", List.of("SAP ERP", "100% wool")),
                champion("b", "products", "sap"),
                champion("c", "products", "S*P"));

        assertThat(found("products", LIKE, "SAP%")).containsExactly("a");
        assertThat(found("products", LIKE, "%ERP")).containsExactly("a");
        assertThat(found("products", LIKE, "s_p")).containsExactly("b");
        assertThat(found("products", LIKE, "S*P")).containsExactly("c");
        assertThat(found("products", LIKE, "100\\%%")).containsExactly("a");
    }

    @Test
    void localizedPropertiesGoByTheirStoredNames() {
        index(champion("a", "title", "Wood", "title_de", "Holz"), champion("b", "title", "Holz"));

        assertThat(found("title_de", EQ, "Holz")).containsExactly("a");
        assertThat(found("title", EQ, "Holz")).containsExactly("b");
        assertThat(found("title_sr_Latn", NULL, "true")).containsExactly("a", "b");
    }

    @Test
    void nestedPropertiesGoByTheirPath() {
        var introduced = Champions.nested("introduced", List.of(), "year", 2009, "phase", "in-use");
        var markets = Champions.nested(
                "markets",
                List.of(
                        Champions.nested("markets0", List.of(), "country", "DE", "text", "Export"),
                        Champions.nested("markets1", List.of(), "country", "FR")));
        index(champion("a").withChildren(List.of(introduced, markets)), champion("b"));

        assertThat(found("introduced/year", LT, "2010")).containsExactly("a");
        assertThat(found("markets/country", EQ, "FR")).containsExactly("a");
        assertThat(found("markets/text", LIKE, "Exp%")).containsExactly("a");
        assertThat(found("markets/country", NULL, "true")).containsExactly("b");
    }

    @Test
    void richTextsAreThereOrNot() {
        index(champion("a", "story", "<p>Long</p>"), champion("b"));

        assertThat(found("story", NULL, "false")).containsExactly("a");
        assertThat(found("story", NULL, "true")).containsExactly("b");
        assertInvalidQuery("story", LIKE, "%Long%", "full text");
    }

    @Test
    void placesAreThereOrNot() {
        index(champion("a", "location", "44.8178,20.4569"), champion("b"), champion("c", "location", "nowhere"));

        assertThat(found("location", NULL, "false")).containsExactly("a");
        assertInvalidQuery("location", GT, "1", "only whether it has a value");
    }

    @Test
    void aTermOfATreeStandsForTheNarrowerOnes() {
        index(
                champion("a", "region", "ITH5"),
                champion("b", "region", "ITH"),
                champion("c", "region", "SI03"),
                champion("d", "region", "XX1"));

        assertThat(found("region", EQ, "IT")).containsExactly("a", "b");
        assertThat(found("region", EQ, "ITH5", "SI")).containsExactly("a", "c");
        assertThat(found("region", NE, "IT")).containsExactly("c", "d");
        assertThat(found("region", EQ, "XX1")).containsExactly("d");
    }

    @Test
    void namesPathsAndAncestorsAreFiltersToo() {
        index(
                entry("/x/a", "cat:champion", "title", "A"),
                entry("/x/y/b", "cat:champion", "title", "B"),
                entry("/xy", "cat:champion", "title", "C"));

        assertThat(found("@name", EQ, "b")).containsExactly("b");
        assertThat(found("@ancestor", EQ, "/x")).containsExactly("a", "b");
        assertThat(found("@ancestor", EQ, "/x/y")).containsExactly("b");
        assertThat(found("@ancestor", EQ, "/")).hasSize(3);
        var id = Champions.entry("/xy", "cat:champion").id();
        assertThat(found("@id", EQ, id)).containsExactly("xy");
        assertThat(found("@jcr:uuid", EQ, id)).containsExactly("xy");
    }

    @Test
    void systemPropertiesAreFiltersToo() {
        index(
                champion("a", "mgnl:lastModified", moment("2024-03-01T10:00:00+01:00"), "mgnl:createdBy", "ana"),
                champion(
                        "b", "mgnl:lastModified", moment("2025-03-01T10:00:00+01:00"), "nph:references", List.of("x")));

        assertThat(found("mgnl:lastModified", LT, "2025-01-01")).containsExactly("a");
        assertThat(found("mgnl:createdBy", EQ, "ana")).containsExactly("a");
        assertThat(found("nph:references", EQ, "x")).containsExactly("b");
    }

    @Test
    void unknownPropertiesAreRefusedWithTheAllowedOnes() {
        assertThatThrownBy(() -> found("cuntry", EQ, "IT")).isInstanceOfSatisfying(PlatformException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_QUERY);
            assertThat(refused.fields().getFirst().field()).isEqualTo("cuntry");
            assertThat(refused.fields().getFirst().message())
                    .contains("country", "introduced/year", "@name")
                    .doesNotContain("title_de", "taxNumber", "internalNote");
        });
    }

    @Test
    void whatIsConfidentialCannotBeAskedAboutNotEvenInDrafts() {
        assertInvalidQuery("taxNumber", EQ, "x", "no property");
        assertInvalidQuery("internalNote", EQ, "x", "no property");
        testing.add(Perspective.DRAFT, List.of(champion("a", "taxNumber", "x")));
        var draft = new EntryQuery(
                List.of("champion"),
                Perspective.DRAFT,
                "en",
                null,
                List.of(Champions.filter("taxNumber", EQ, "x")),
                List.of(),
                List.of(),
                0,
                10,
                null);

        assertThatThrownBy(() -> testing.search().search(draft))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("no property");
    }

    @Test
    void wrongValuesAreRefused() {
        assertInvalidValue("employees", GT, "many", "a whole number");
        assertInvalidValue("turnover", GT, "NaN", "a number");
        assertInvalidValue("turnover", GT, "1e999999999", "a number");
        assertInvalidValue("employees", IN, "1-2", "low~high");
        assertInvalidValue("country", NULL, "maybe", "true or false");
        assertInvalidQuery("employees", LIKE, "1%", "texts alone");
    }

    @Test
    void filtersHaveLimits() {
        var values = java.util.stream.IntStream.range(0, 1_001)
                .mapToObj(i -> "v" + i)
                .toArray(String[]::new);
        assertThat(found("country", EQ, java.util.Arrays.copyOf(values, 1_000))).isEmpty();
        assertThatThrownBy(() -> found("country", EQ, values)).hasMessageContaining("1000");
        assertThatThrownBy(() -> found("country", EQ)).isInstanceOf(PlatformException.class);
    }

    @Test
    void longTextsCompareByTheirFirstThousandCharacters() {
        index(champion("a", "products", "x".repeat(5_000)));

        assertThat(found("products", EQ, "x".repeat(5_000))).containsExactly("a");
        assertThat(found("products", EQ, "x".repeat(1_000))).containsExactly("a");
        assertThat(found("products", EQ, "x".repeat(999))).isEmpty();
    }

    @Test
    void aFilterGoesByThePropertyOfEachEntrysType() {
        testing.add(champion("a", "employees", 9), entry("/n", "cat:note", "employees", "9"));
        var both = new EntryQuery(
                List.of("champion", "note"),
                Perspective.LIVE,
                "en",
                null,
                List.of(Champions.filter("employees", EQ, "9")),
                List.of(),
                List.of(),
                0,
                10,
                null);

        assertThat(testing.search().search(both).hits())
                .extracting(EntryPage.EntryHit::contentType)
                .containsExactlyInAnyOrder("champion", "note");
    }

    private static Value moment(String text) {
        return Value.of(OffsetDateTime.parse(text));
    }

    private void assertInvalidValue(String property, PropertyFilter.Operator operator, String value, String expected) {
        assertThatThrownBy(() -> found(property, operator, value))
                .isInstanceOfSatisfying(PlatformException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_VALUE);
                    assertThat(refused.fields().getFirst().field()).isEqualTo(property);
                })
                .hasMessageContaining(expected);
    }

    private void assertInvalidQuery(String property, PropertyFilter.Operator operator, String value, String expected) {
        assertThatThrownBy(() -> found(property, operator, value))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_QUERY))
                .hasMessageContaining(expected);
    }

    private void index(ContentNode... entries) {
        testing.add(entries);
        for (var entry : entries) {
            names.put(entry.id(), entry.name());
        }
    }

    private List<String> found(String property, PropertyFilter.Operator operator, String... values) {
        return testing
                .search()
                .search(Champions.ask("en", null, Champions.filter(property, operator, values)))
                .hits()
                .stream()
                .map(hit -> names.get(hit.id()))
                .toList();
    }
}
