package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.PropertyFilter;
import eu.nephele.platform.search.PropertyFilter.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictParametersTest {

    private final TestingDelivery delivery = new TestingDelivery();

    @BeforeEach
    void forget() {
        delivery.queries.clear();
    }

    @AfterAll
    void close() {
        delivery.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "contry=IT; BAD_REQUEST; Unknown parameter `contry`, did you mean `country`? Allowed: @ancestor,",
                "contry[eq]=IT; BAD_REQUEST; Unknown property `contry`, did you mean `country`?",
                "crewSize=3; BAD_REQUEST; `crewSize` is a facet: choose its values by its property, `crew`",
                "lmit=3; BAD_REQUEST; Unknown parameter `lmit`, did you mean `limit`?",
                "country[is]=IT; INVALID_QUERY; Unknown operator `is`, did you mean `in`? Allowed: box, eq, gt,",
                "country[eq=IT; BAD_REQUEST; Unknown parameter `country[eq`",
                "country=; INVALID_VALUE; `country` is ``, but must be a value",
                "country=IT|; INVALID_VALUE; `country` is `IT|`",
                "mgnl:createdBy=ann; BAD_REQUEST; Unknown parameter `mgnl:createdBy`",
                "owner=x; BAD_REQUEST; Unknown parameter `owner`",
                "owner_de=x; BAD_REQUEST; Unknown parameter `owner_de`",
                "ledger/sum[gt]=1; BAD_REQUEST; Unknown property `ledger/sum`",
                "trips/skipper[null]=false; BAD_REQUEST; Unknown property `trips/skipper`",
                "orderBy=owner; INVALID_QUERY; Unknown property `owner`",
                "orderBy=titel desc; INVALID_QUERY; Unknown property `titel`, did you mean `title`?",
                "orderBy=title down; INVALID_VALUE; `orderBy` is `title down`",
                "orderBy=; INVALID_VALUE; `orderBy` is ``",
                "facets=owner; BAD_REQUEST; Unknown facet `owner`. Allowed: afloat, allTags, country, crewSize,",
                "facet.country.size=3; BAD_REQUEST; `country` is not among `facets`",
                "facet.owner.size=3; BAD_REQUEST; Unknown facet `owner`",
                "fields=owner; BAD_REQUEST; Unknown property `owner`",
                "fields=title,; INVALID_VALUE; `fields` is `title,`",
                "highlight=owner; BAD_REQUEST; Unknown property `owner`",
                "limit=21; INVALID_VALUE; `limit` is `21`, but must be a whole number from 0 to 20",
                "limit=-1; INVALID_VALUE; `limit` is `-1`",
                "limit=ten; INVALID_VALUE; `limit` is `ten`",
                "limit=1e1; INVALID_VALUE; `limit` is `1e1`",
                "offset=1000000000; INVALID_VALUE; `offset` is `1000000000`, but must be a whole number from 0 to 9995",
                "labels=yes; INVALID_VALUE; `labels` is `yes`, but must be true or false",
            })
    void aQueryRefusesWhatItDoesNotKnow(String parameter, String code, String message) {
        assertRefused(code, message, "delivery/boats", parameter);
    }

    @Test
    void facetOptionsAreChecked() {
        assertRefused(
                "INVALID_VALUE",
                "`facet.country.size` is `0`",
                "delivery/boats",
                "facets=country",
                "facet.country.size=0");
        assertRefused(
                "BAD_REQUEST",
                "Unknown option of a facet `sise`, did you mean `size`?",
                "delivery/boats",
                "facets=country",
                "facet.country.sise=1");
        assertRefused(
                "INVALID_VALUE", "`count` or `value`", "delivery/boats", "facets=country", "facet.country.order=up");
        assertRefused(
                "BAD_REQUEST",
                "given twice",
                "delivery/boats",
                "facets=country",
                "facet.country.size=1",
                "facet.country.size=2");
    }

    @Test
    void whatCanBeGivenOnceIsRefusedTwice() {
        assertRefused("BAD_REQUEST", "`q` is given twice", "delivery/boats", "q=a", "q=b");
        assertRefused("BAD_REQUEST", "exclude each other", "delivery/boats", "cursor=*", "offset=1");
    }

    @Test
    void everythingHasALimit() {
        var many = IntStream.range(0, 61).mapToObj(index -> "country=IT").toArray(String[]::new);
        assertThat(delivery.read("delivery/boats", Arrays.copyOf(many, 60))).contains("results");
        assertRefused("BAD_REQUEST", "61 parameters are too many: at most 60", "delivery/boats", many);
        assertThat(delivery.read("delivery/boats", "country=" + "a|".repeat(49) + "a"))
                .contains("results");
        assertRefused("BAD_REQUEST", "51 values: at most 50", "delivery/boats", "country=" + "a|".repeat(50) + "a");
        assertThat(delivery.read("delivery/boats", "q=" + "a".repeat(2_000))).contains("results");
        assertRefused("BAD_REQUEST", "too long: at most 2000", "delivery/boats", "q=" + "a".repeat(2_001));
        var names = String.join(
                ",", IntStream.range(0, 51).mapToObj(index -> "n" + index).toList());
        assertRefused("BAD_REQUEST", "51 names: at most 50", "delivery/boats", "facets=" + names);
        assertRefused("BAD_REQUEST", "33 segments: at most 32", "delivery/boats" + "/a".repeat(31));
        assertRefused("PATH_NOT_FOUND", "/a/a", "delivery/boats" + "/a".repeat(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mgnlPreview=true",
                "mgnlChannel=app",
                "mgnlVersion=1.0",
                "variants=x",
                "subid_token=1",
                "lang=xx",
                "mgnlAnything=1"
            })
    void whatMagnoliaAddsToEveryAddressIsNeverAnError(String parameter) {
        delivery.publish("boats", "/a", node("t:boat", Map.of("title", "A")));

        assertThat(delivery.read("delivery/boats", parameter)).contains("results");
        assertThat(delivery.read("delivery/boats/a", parameter)).contains("\"A\"");
        assertThat(delivery.read("delivery/boats/@nodes", parameter)).contains("\"A\"");
        assertThat(delivery.queries)
                .allSatisfy(query -> assertThat(query.filters()).isEmpty());
    }

    @Test
    void readingANodeIsStrictOnOurEndpointsAndAsMagnoliaIsOnItsOwn() {
        delivery.publish("boats", "/a", node("t:boat", Map.of("title", "A")));

        assertRefused(
                "BAD_REQUEST",
                "Unknown parameter `x`. Allowed: fields, labels, lang, minRevision.",
                "delivery/boats/a",
                "x=1");
        assertRefused("BAD_REQUEST", "Unknown parameter `x`", "delivery/boats/@nodes", "x=1");
        assertThat(delivery.read("delivery/boats/v2/a", "x=1")).contains("\"A\"");
        assertThat(delivery.read("delivery/boats/v2@nodes", "mgnl:type[eq]=watch"))
                .contains("\"A\"");
    }

    @Test
    void aConfidentialNameIsRefusedWordForWordAsAnUnknownOne() {
        for (var form : List.of(
                "%s=1", "%s[like]=a%%", "orderBy=%s", "facets=%s", "fields=%s", "highlight=%s", "%s[null]=true")) {
            assertThat(refusal(form.formatted("owner")))
                    .isEqualTo(refusal(form.formatted("ownex")).replace("ownex", "owner"));
        }
    }

    @Test
    void filtersKeepTheirOperatorAndTheirValues() {
        delivery.read(
                "delivery/boats",
                "country=IT|RS",
                "title_de[like]=%egl%",
                "crew[in]=2~4",
                "crew[not-in]=3~3",
                "length[gte]=4.5",
                "trips/km[lt]=9",
                "blurb[null]=false",
                "@jcr:uuid=x",
                "@ancestor=/lakes",
                "mgnl:lastModified[gt]=2026-01-01",
                "country[ne]=DE");

        assertThat(delivery.queries.getFirst().filters())
                .containsExactly(
                        new PropertyFilter("country", Operator.EQ, List.of("IT", "RS")),
                        new PropertyFilter("title_de", Operator.LIKE, List.of("%egl%")),
                        new PropertyFilter("crew", Operator.IN, List.of("2~4")),
                        new PropertyFilter("crew", Operator.NOT_IN, List.of("3~3")),
                        new PropertyFilter("length", Operator.GTE, List.of("4.5")),
                        new PropertyFilter("trips/km", Operator.LT, List.of("9")),
                        new PropertyFilter("blurb", Operator.NULL, List.of("false")),
                        new PropertyFilter("@id", Operator.EQ, List.of("x")),
                        new PropertyFilter("@ancestor", Operator.EQ, List.of("/lakes")),
                        new PropertyFilter("mgnl:lastModified", Operator.GT, List.of("2026-01-01")),
                        new PropertyFilter("country", Operator.NE, List.of("DE")));
    }

    @Test
    void aFilterMayNameTheRangesOfAFacetThatIsNotAskedFor() {
        delivery.read("delivery/boats", "crew=large", "crew[ne]=small", "crew[gt]=2");

        assertThat(delivery.queries.getFirst().filters())
                .extracting(
                        filter -> filter.ranges().stream().map(Facet.Range::key).toList())
                .containsExactly(List.of("small", "large"), List.of("small", "large"), List.of());
    }

    @Test
    void anAncestorIsAPathFromTheRoot() {
        assertThat(refusal("@ancestor=lakes")).startsWith("INVALID_VALUE").contains("a path from the root");
    }

    @Test
    void severalPropertiesMayOrder() {
        delivery.read("delivery/boats", "orderBy=title desc,crew , mgnl:created DESC,@score", "lang=de");

        assertThat(delivery.queries.getFirst().sort())
                .containsExactly(
                        new EntrySort("title", true),
                        new EntrySort("crew", false),
                        new EntrySort("mgnl:created", true),
                        new EntrySort("@score", false));
    }

    private String refusal(String parameter) {
        try {
            return delivery.read("delivery/boats", parameter);
        } catch (PlatformException refused) {
            return refused.code() + " " + refused.getMessage();
        }
    }

    private void assertRefused(String code, String message, String path, String... parameters) {
        assertThatThrownBy(() -> delivery.read(path, parameters))
                .isInstanceOfSatisfying(PlatformException.class, refused -> {
                    assertThat(refused.code().name()).isEqualTo(code);
                    assertThat(refused.getMessage()).contains(message);
                });
    }
}
