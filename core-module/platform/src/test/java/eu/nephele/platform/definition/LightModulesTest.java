package eu.nephele.platform.definition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Option;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Nested;
import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.api.contenttype.SearchUse.Kind;
import eu.nephele.api.search.Facet;
import eu.nephele.api.vocabulary.Term;
import eu.nephele.platform.definition.EndpointDefinition.CachePolicy;
import eu.nephele.platform.definition.EndpointDefinition.FacetDefinition;
import eu.nephele.platform.definition.EndpointDefinition.Resolver;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightModulesTest {

    private static final LightModules MODULES = LightModules.load(List.of(TestingModules.fixture("light-modules")));
    private final Definitions definitions = MODULES.current();

    @AfterAll
    static void close() {
        MODULES.close();
    }

    @Test
    void theFixtureModulesHaveNoProblemsButTheEndpointWithoutType() {
        assertThat(LightModules.check(TestingModules.fixture("light-modules")))
                .extracting(Object::toString)
                .containsExactly(
                        "MINOR rivers/restEndpoints/a/b/v3.yaml:1:1 has no `$type`, and is taken for a delivery endpoint"
                                + " ($type: jcrDeliveryEndpoint_v2)");
    }

    @Test
    void aContentTypeHasItsDatasourceAndModel() {
        var kayak = type("kayak");

        assertThat(kayak.module()).isEqualTo("kayaks");
        assertThat(kayak.label()).isEqualTo("Kayak");
        assertThat(kayak.workspace()).isEqualTo("kayaks");
        assertThat(kayak.datasource().rootPath()).isEqualTo("/fleet");
        assertThat(kayak.datasource().autoCreate()).isTrue();
        assertThat(kayak.datasource().spread()).isTrue();
        assertThat(kayak.datasource().namespaces()).containsEntry("nph", "https://example.test/nph/1.0");
        assertThat(kayak.nodeType()).isEqualTo("nph:kayak");
        assertThat(kayak.model().subModel("spec").orElseThrow().nodeType()).isEqualTo("nph:spec");
        assertThat(kayak.model().subModel("address").orElseThrow().nodeType()).isEqualTo("mgnl:contentNode");
    }

    @Test
    void typesAreFoundWhateverTheirCase() {
        assertThat(property("cover").type()).isEqualTo(Scalar.ASSET);
        assertThat(property("length").type()).isEqualTo(Scalar.DOUBLE);
        assertThat(property("rentable").type()).isEqualTo(Scalar.BOOLEAN);
        assertThat(property("rivers").type()).isEqualTo(new Reference("river"));
        assertThat(property("specs").type()).isEqualTo(new Nested("spec"));
        assertThat(type("river").property("tributaries").orElseThrow().type()).isEqualTo(new Reference("river"));
    }

    @Test
    void propertiesHaveTheAdditionsOfNephele() {
        assertThat(property("blurb").description()).isEqualTo("What a paddler should know");
        assertThat(property("country").vocabulary()).isEqualTo("countries");
        assertThat(property("country").isRequired()).isTrue();
        assertThat(property("code").validation().unique()).isTrue();
        assertThat(property("code").validation().pattern()).isEqualTo("[A-Z]{3}-\\d+");
        assertThat(property("length").validation().max()).isEqualTo(new BigDecimal("12"));
        assertThat(property("price").confidential()).isTrue();
        assertThat(property("seats").defaultValue()).isEqualTo(Value.of(1));
        assertThat(property("rentable").defaultValue()).isEqualTo(Value.of(true));
        assertThat(property("level").options())
                .containsExactly(new Option("beginner", "Beginner"), new Option("pro", "Expert"));
    }

    @Test
    void searchIsAWordAListOrAMap() {
        assertThat(property("title").search()).isEqualTo(new SearchUse(Set.of(Kind.TEXT, Kind.SORT), 3));
        assertThat(property("blurb").search()).isEqualTo(SearchUse.DEFAULT_TEXT);
        assertThat(property("country").search()).isEqualTo(new SearchUse(Set.of(Kind.FACET), 0));
        assertThat(property("length").search()).isEqualTo(new SearchUse(Set.of(Kind.RANGE, Kind.SORT), 0));
        assertThat(property("level").search()).isEqualTo(new SearchUse(Set.of(Kind.FACET), 0));
        assertThat(property("code").search()).isEqualTo(new SearchUse(Set.of(Kind.NONE), 0));
        assertThat(property("built").search()).isEqualTo(SearchUse.DEFAULT);
    }

    @Test
    void aDecorationByPropertyPathChangesAnotherModulesType() {
        var river = type("river");

        assertThat(river.property("lengthKm").orElseThrow().search().is(Kind.RANGE))
                .isTrue();
        assertThat(river.property("lengthKm").orElseThrow().type()).isEqualTo(Scalar.LONG);
        assertThat(river.model().properties())
                .extracting(Property::name)
                .containsExactly("title", "lengthKm", "tributaries", "source");
    }

    @Test
    void codesOfVocabulariesAreTextAsWritten() {
        var countries = Objects.requireNonNull(definitions.vocabularies().get("countries"));

        assertThat(countries.terms()).extracting(Term::code).containsExactly("EU", "AT", "NO", "YU", "RS");
        assertThat(countries.isTree()).isTrue();
        assertThat(countries.label("RS", List.of("sr-Latn", "en"))).isEqualTo("Srbija");
        assertThat(countries.label("NO", List.of("no"))).isEqualTo("Norge");
        assertThat(countries.term("YU").orElseThrow().replacedBy()).isEqualTo("RS");
        assertThat(Objects.requireNonNull(definitions.vocabularies().get("levels"))
                        .withBroader("010"))
                .containsExactly("010", "01");
    }

    @Test
    void aNepheleEndpointTakesItsDefaultsFromTheContentType() {
        var endpoint = endpoint("delivery/kayaks");

        assertThat(endpoint.nephele()).isTrue();
        assertThat(endpoint.contentType()).isEqualTo("kayak");
        assertThat(endpoint.workspace()).isEqualTo("kayaks");
        assertThat(endpoint.rootPath()).isEqualTo("/fleet");
        assertThat(endpoint.nodeTypes()).containsExactly("nph:kayak");
        assertThat(endpoint.childNodeTypes()).containsExactlyInAnyOrder("mgnl:contentNode", "nph:spec");
        assertThat(endpoint.depth()).as("specs, specs0, origin").isEqualTo(3);
        assertThat(endpoint.limit()).isEqualTo(20);
        assertThat(endpoint.maxLimit()).isEqualTo(100);
        assertThat(endpoint.cache())
                .isEqualTo(new CachePolicy(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(1)));
    }

    @Test
    void facetsNameTheirPropertyTheirSizeAndTheirRanges() {
        assertThat(endpoint("delivery/kayaks").facets())
                .containsExactly(
                        new FacetDefinition("country", "country", 50, 1000, Facet.Order.VALUE, List.of(), null),
                        new FacetDefinition("rivers", "rivers", 20, 1000, Facet.Order.COUNT, List.of(), null),
                        new FacetDefinition(
                                "seats",
                                "seats",
                                20,
                                1000,
                                Facet.Order.COUNT,
                                List.of(new Facet.Range("small", null, 2.0), new Facet.Range("large", 2.0, null)),
                                null),
                        new FacetDefinition(
                                "launchYear", "launched", 20, 1000, Facet.Order.COUNT, List.of(), Facet.Interval.YEAR),
                        new FacetDefinition(
                                "makerCountry", "maker/country", 10, 10, Facet.Order.COUNT, List.of(), null));
    }

    @Test
    void withoutFacetsAnEndpointOffersEachPropertyMadeForThem(@TempDir Path folder) {
        var type = """
                datasource: { workspace: boats }
                model:
                  properties:
                    - { name: title, search: text }
                    - { name: kind, search: facet }
                    - { name: seats, type: Long, search: [facet, range] }
                    - { name: price, type: Long, search: facet, confidential: true }
                """;
        var modules = new TestingModules(folder)
                .write("m/contentTypes/boat.yaml", type)
                .write("m/restEndpoints/boats.yaml", "{ $type: nepheleDeliveryEndpoint, contentType: boat }")
                .write("m/restEndpoints/few.yaml", "{ $type: nepheleDeliveryEndpoint, contentType: boat, facets: {} }");

        assertThat(modules.problems()).isEmpty();
        var endpoints = modules.definitions().endpoints();
        assertThat(endpoints.get("boats").facets())
                .containsExactly(
                        new FacetDefinition("kind", "kind", 20, 1000, Facet.Order.COUNT, List.of(), null),
                        new FacetDefinition("seats", "seats", 20, 1000, Facet.Order.COUNT, List.of(), null));
        assertThat(endpoints.get("few").facets()).isEmpty();
    }

    @Test
    void aMagnoliaEndpointHasItsKeysAndKeepsRulesOfOneName() {
        var endpoint = endpoint("delivery/kayaks/v2");

        assertThat(endpoint.nephele()).isFalse();
        assertThat(endpoint.nodeTypes()).containsExactly("nph:kayak");
        assertThat(endpoint.childNodeTypes()).containsExactly("nph:spec", "mgnl:contentNode");
        assertThat(endpoint.strict()).isTrue();
        assertThat(endpoint.depth()).isEqualTo(3);
        assertThat(endpoint.systemProperties()).containsExactly("mgnl:created");
        assertThat(endpoint.referenceDepth()).isEqualTo(-1);
        assertThat(endpoint.referenceRepeat()).isTrue();
        assertThat(endpoint.maxLimit()).isEqualTo(1000);
        assertThat(endpoint.references())
                .extracting(EndpointDefinition.ReferenceRule::name)
                .containsExactly("imageReference", "imageReference", "rivers");
        assertThat(endpoint.references())
                .extracting(EndpointDefinition.ReferenceRule::resolver)
                .containsExactly(
                        new Resolver.Asset(true, false, true, List.of("small", "large")),
                        new Resolver.Asset(false, true, true, List.of()),
                        new Resolver.Node("rivers", true, true));
    }

    @Test
    void pathsFollowTheFileUnlessTheyAreGiven() {
        assertThat(definitions.endpoints())
                .containsOnlyKeys("delivery/kayaks", "delivery/kayaks/v2", "a/b/v3", "delivery/waters");
        assertThat(endpoint("a/b/v3").nodeTypes()).containsExactly("mgnl:content");
        assertThat(endpoint("a/b/v3").limit()).isEqualTo(10);
    }

    @Test
    void theSiteHasItsEnabledLocalesWithTheirTable() {
        var site = definitions.site();

        assertThat(site.i18nEnabled()).isTrue();
        assertThat(site.defaultLocale()).isEqualTo("en");
        assertThat(site.locales())
                .extracting(LocaleDefinition::id)
                .containsExactly("en", "de", "de-AT", "sr", "sr-Latn", "cnr", "pt-BR", "hr");
        assertThat(site.locale("de-AT").orElseThrow())
                .isEqualTo(new LocaleDefinition("de-AT", "de-AT", "de-AT", "de", "german", List.of("de", "en")));
        assertThat(site.locale("sr-Latn").orElseThrow().languageTag()).isEqualTo("sr-Latn-RS");
        assertThat(site.locale("cnr").orElseThrow().formatLocale()).isEqualTo("sr-Latn-ME");
        assertThat(site.locale("pt-BR").orElseThrow().fallbacks()).containsExactly("en");
        assertThat(site.cors().getFirst().uris()).containsExactly("/.rest/delivery/*");
        assertThat(site.cors().getFirst().allowedOrigins()).containsExactly("*");
    }

    @Test
    void messagesOfLaterModulesWin() {
        assertThat(definitions.messages().get("rivers-app.label")).isEqualTo(Map.of("en", "Rivers of kayaks"));
        assertThat(definitions.messages().get("kayaks-app.label"))
                .isEqualTo(Map.of("en", "Kayaks", "sr-Latn", "Kajaci od šperploče"));
    }

    @Test
    void appsAreKeptWithTheirIncludesResolved() {
        var app = Objects.requireNonNull(definitions.apps().get("kayaks-app"));

        assertThat(app.contentType()).isEqualTo("kayak");
        assertThat(app.definition())
                .extracting("subApps.detail.form.properties.title")
                .isEqualTo(Map.of(
                        "$type",
                        "textField",
                        "label",
                        "Title",
                        "required",
                        false,
                        "validators",
                        Map.of("short", Map.of("$type", "regexpValidator", "pattern", ".{1,80}"))));
        assertThat(app.definition())
                .extracting("subApps.detail.form.properties.rivers.field.label")
                .isEqualTo("River");
        assertThat(Objects.requireNonNull(definitions.apps().get("rivers-app")).contentType())
                .isEqualTo("river");
    }

    @Test
    void sampleContentIsReadByTheTypesOfItsProperties() {
        var origin = Map.of("city", "Bovec", "city_de", "Flitsch");
        var swift = Map.<String, Object>ofEntries(
                Map.entry("title", "2014"),
                Map.entry("country", "NO"),
                Map.entry("code", "ABC-1"),
                Map.entry("launched", "2012-10-01"),
                Map.entry("length", 4.0),
                Map.entry("seats", 2L),
                Map.entry("price", 1200.5),
                Map.entry("rentable", false),
                Map.entry("rivers", List.of("soca")),
                Map.entry("home", "46.33,13.55"),
                Map.entry(
                        "specs",
                        List.of(
                                Map.of("key", "weight", "val", 21.0),
                                Map.of("key", "beam", "val", 0.6, "origin", origin))));
        var soca = Map.<String, Object>of("title", "Soča", "title_de", "Isonzo", "lengthKm", 138L);

        assertThat(MODULES.sampleContent())
                .containsExactly(
                        new SampleEntry("kayaks/content/kayaks/swift.yaml", "kayak", "/lakes/swift", false, swift),
                        new SampleEntry("kayaks/content/rivers/soca.yaml", "river", "/soca", true, soca));
    }

    private ContentType type(String name) {
        return definitions.contentType(name).orElseThrow();
    }

    private Property property(String name) {
        return type("kayak").property(name).orElseThrow();
    }

    private EndpointDefinition endpoint(String path) {
        return Objects.requireNonNull(definitions.endpoints().get(path));
    }
}
