package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delivery with its real neighbours: repository, change feed, indexer and Lucene, all in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchedDeliveryTest {

    private static final Pattern NAME = Pattern.compile("\"@name\":\"(b-[^\"]+)\"");

    private final TestingDelivery content = new TestingDelivery();
    private final ChangeFeed feed = new ChangeFeed(content.repository);
    private final LuceneSearchEngine engine = new LuceneSearchEngine(null);
    private final Indexer indexer = new Indexer(engine, content.repository, feed, content.definitions::get);
    private final Delivery delivery = new Delivery(
            content.definitions::get,
            content.repository,
            new EntrySearch(engine, content.definitions::get),
            DeliverySettings.DEFAULT);
    private ContentNode yard;

    @BeforeAll
    void publish() throws InterruptedException {
        indexer.start();
        feed.follow("delivery", content.repository.lastRevision(), delivery::apply);
        yard = content.save("yards", "/y", node("t:yard", Map.of("name", "Yard", "name_de", "Werft")));
        boat("/b-ada", "Ada", "IT", 1, 4.5, "2012-10-01", trip("IT", 10));
        boat("/b-bea", "Bea", "IT", 2, 5.5, "2013-01", trip("RS", 20), trip("IT", 30));
        boat("/lakes/b-cia", "Cia the fast boat", "RS", 3, 6.5, "2014-05-06", trip("RS", 40));
        boat("/lakes/b-dea", "Dea", "RS", 4, 7.5, "2015-05-06");
        content.save(
                "boats",
                "/b-eva",
                node(
                        "t:boat",
                        Map.of(
                                "title",
                                "Eva",
                                "title_de",
                                "Zora",
                                "crew",
                                5,
                                "yard",
                                yard.id(),
                                "owner",
                                "secretword",
                                "blurb",
                                "<p>A small &amp; fast boat for rivers, built by hand.</p>")));
        assertThat(indexer.awaitRevision(content.repository.lastRevision(), Duration.ofSeconds(20)))
                .isTrue();
    }

    @AfterAll
    void close() throws Exception {
        indexer.close();
        feed.close();
        engine.close();
        content.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "country=IT; b-ada b-bea",
                "country[eq]=IT|RS; b-ada b-bea b-cia b-dea",
                "country[ne]=IT; b-cia b-dea",
                "country[null]=true; b-eva",
                "crew[gt]=3; b-dea b-eva",
                "crew[gte]=3; b-cia b-dea b-eva",
                "crew[lt]=2; b-ada",
                "crew[lte]=2; b-ada b-bea",
                "crew[in]=2~3; b-bea b-cia",
                "crew[not-in]=2~4; b-ada b-eva",
                "length[in]=4.5~5.5|7~8; b-ada b-bea b-dea",
                "launched[lt]=2013-02; b-ada b-bea",
                "title[like]=%a; b-ada b-bea b-dea b-eva",
                "title_de[like]=Z%; b-eva",
                "@name=b-ada; b-ada",
                "@ancestor=/lakes; b-cia b-dea",
                "@ancestor=/lakes/; b-cia b-dea",
                "@ancestor=/; b-ada b-bea b-cia b-dea b-eva",
                "crew=large; b-cia b-dea b-eva",
                "crew=small|5; b-ada b-bea b-eva",
                "crew[ne]=large; b-ada b-bea",
                "launched=2013; b-bea",
                "launched=2014-Q2; b-cia",
                "trips/km[gte]=30; b-bea b-cia",
                "trips/country=IT; b-ada b-bea",
                "q=fast; b-cia b-eva",
                "q=boats -rivers; b-cia",
                "q=secretword; ''",
            })
    void everyOperatorFindsWhatItShould(String parameter, String expected) {
        var found = names(read("delivery/boats", parameter, "orderBy=@name", "fields=title"));

        assertThat(String.join(" ", found)).isEqualTo(expected);
    }

    @Test
    void filtersAreAllMet() {
        assertThat(names(read("delivery/boats", "country=IT", "crew[gt]=1"))).containsExactly("b-bea");
    }

    @Test
    void anEntryIsFoundByItsId() {
        var id = content.repository
                .read(
                        eu.nephele.platform.access.Actor.anonymous(),
                        reader -> reader.node(
                                eu.nephele.platform.repository.TestingRepository.live("boats", "/b-ada"), 0))
                .orElseThrow()
                .id();

        assertThat(names(read("delivery/boats", "@jcr:uuid=" + id))).containsExactly("b-ada");
        assertThat(names(read("delivery/boats", "@id=" + id))).containsExactly("b-ada");
        assertThat(names(read("delivery/boats", "yard=" + yard.id()))).containsExactly("b-eva");
    }

    @ParameterizedTest
    @CsvSource({"serb, RS", "IT, IT", "i, IT", "rs, RS", "x, ''"})
    void thePrefixOfAFacetIsWhatReadersSeeOrTheCode(String prefix, String expected) {
        var answer = read("delivery/boats", "facets=country", "facet.country.prefix=" + prefix, "limit=0", "lang=de");

        var values = Pattern.compile("\"value\":\"([^\"]+)\"")
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(String.join(" ", values)).isEqualTo(expected);
    }

    @Test
    void aPrefixAndASizeTellWhatWasLeftOut() {
        assertThat(read("delivery/boats", "facets=country", "facet.country.prefix=", "facet.country.size=1", "limit=0"))
                .contains("\"value\":\"IT\"")
                .contains("\"otherCount\":2,\"truncated\":true");
    }

    @Test
    void aFacetCountsAsIfItsOwnSelectionWereNotThere() {
        assertThat(read("delivery/boats", "facets=country,tripCountry,yard", "country=IT", "limit=0", "lang=de"))
                .isEqualTo("""
                        {"results":[],"total":2,"offset":0,"limit":0,"facets":{\
                        "country":{"buckets":[{"value":"IT","label":"Italien","count":2,"selected":true},\
                        {"value":"RS","label":"Serbien","count":2,"selected":false}],"otherCount":0,"truncated":false},\
                        "tripCountry":{"buckets":[{"value":"IT","label":"Italien","count":2,"selected":false},\
                        {"value":"RS","label":"Serbien","count":1,"selected":false}],"otherCount":0,"truncated":false},\
                        "yard":{"buckets":[],"otherCount":0,"truncated":false}}}\
                        """);
        assertThat(read("delivery/boats", "facets=yard", "lang=de")).contains("\"label\":\"Werft\",\"count\":1");
        assertThat(read("delivery/boats", "facets=crewSize,crewSize"))
                .contains("\"value\":\"small\",\"label\":\"small\",\"count\":2", "\"value\":\"large\"");
        assertThat(read("delivery/boats", "facets=country", "facet.country.size=1"))
                .contains("\"otherCount\":2,\"truncated\":true");
    }

    @Test
    void titlesSortInTheLanguageOfTheAnswer() {
        assertThat(names(read("delivery/boats", "orderBy=title desc"))).startsWith("b-eva", "b-dea");
        assertThat(names(read("delivery/boats", "orderBy=title desc", "lang=de")))
                .startsWith("b-eva");
        assertThat(names(read("delivery/boats", "orderBy=length desc", "limit=2")))
                .containsExactly("b-dea", "b-cia");
    }

    @Test
    void cursorsLeadThroughAllEntriesOnce() {
        var found = new ArrayList<String>();
        var cursor = "*";
        while (cursor != null) {
            var page = read("delivery/boats", "orderBy=crew", "limit=2", "cursor=" + cursor);
            found.addAll(names(page));
            var next = Pattern.compile("\"cursor\":\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? next.group(1) : null;
        }
        assertThat(found).containsExactly("b-ada", "b-bea", "b-cia", "b-dea", "b-eva");
    }

    @Test
    void foundWordsAreMarked() {
        assertThat(read("delivery/boats", "q=boats", "highlight=title,blurb", "fields=crew", "orderBy=@name"))
                .contains(
                        "{\"title\":\"Cia the fast <mark>boat</mark>\"}",
                        "{\"blurb\":\"A small &amp; fast <mark>boat</mark> for rivers, built by hand.\"}");
    }

    @Test
    void wordsWithTyposAreFoundAndMarkedWhereThereAreNoOthers() {
        assertThat(read("delivery/boats", "q=rivres", "highlight=blurb", "fields=crew"))
                .contains("\"total\":1", "\"mistyped\":true", "boat for <mark>rivers</mark>, built");
        assertThat(read("delivery/boats", "q=rivers")).doesNotContain("mistyped");
    }

    @Test
    void administratorsAreToldWhyEntriesWereFound() {
        var parameters = TestingDelivery.parameters("q=boats", "explain=true", "fields=crew", "orderBy=@name");
        var answer = TestingDelivery.text(
                delivery.answer(new DeliveryRequest("delivery/boats", parameters, null, Actor.administrator("admin"))));

        assertThat(answer)
                .contains("\"explanation\":{\"mistyped\":false,\"results\":{")
                .contains(
                        "{\"typed\":\"boats\",\"property\":\"title\",\"locale\":\"en\",\"found\":\"boat\",\"as\":\"stem\"")
                .contains("\"property\":\"blurb\"");
    }

    @Test
    void othersAreNotToldWhyEntriesWereFound() {
        assertThatThrownBy(() -> read("delivery/boats", "q=boats", "explain=true"))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
                .hasMessageContaining("`explain` is for administrators");
        assertThat(read("delivery/boats", "q=boats", "explain=false")).doesNotContain("explanation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "explain=maybe; INVALID_VALUE",
                "crew=many; INVALID_VALUE",
                "launched=yesterday; INVALID_VALUE",
                "surveyed[gt]=2026-13-01; INVALID_VALUE",
                "afloat=maybe; INVALID_VALUE",
                "crew[in]=5; INVALID_VALUE",
                "blurb[null]=perhaps; INVALID_VALUE",
                "home=1,2; INVALID_QUERY",
                "crew[like]=1%; INVALID_QUERY",
                "cursor=nonsense; INVALID_QUERY",
            })
    void valuesOfAnotherFormAreRefused(String parameter, String code) {
        assertThatThrownBy(() -> read("delivery/boats", parameter))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.code().name()).isEqualTo(code));
    }

    @Test
    void everyFilterThatIsOfferedCanBeAsked() {
        var plan = new Endpoints(content.definitions.get())
                .find("delivery/boats")
                .orElseThrow()
                .plan();
        plan.fields
                .filterable
                .keySet()
                .forEach(name -> assertThat(read("delivery/boats", name + "[null]=false"))
                        .contains("results"));
        plan.fields
                .sortable
                .keySet()
                .forEach(name -> assertThat(read("delivery/boats", "orderBy=" + name, "origin=44,20"))
                        .contains("results"));
        plan.fields
                .facets
                .keySet()
                .forEach(name -> assertThat(read("delivery/boats", "facets=" + name, "origin=44,20"))
                        .contains("buckets"));
        FilterParser.SPECIAL
                .keySet()
                .forEach(
                        name -> assertThat(read("delivery/boats", name + "=/x")).contains("results"));
        plan.fields.system.forEach(
                name -> assertThat(read("delivery/boats", "orderBy=" + name)).contains("results"));
    }

    @Test
    void allOfOneFilterAndAnotherIsPartOfTheOne() {
        var all = List.of(
                "country=IT", "crew[gt]=1", "title[like]=%e%", "trips/km[null]=false", "q=fast", "@ancestor=/lakes");
        for (var one : all) {
            var found = names(read("delivery/boats", one, "limit=20"));
            for (var other : all) {
                assertThat(found)
                        .containsAll(names(
                                one.startsWith("q=") && other.startsWith("q=")
                                        ? read("delivery/boats", one)
                                        : read("delivery/boats", one, other, "limit=20")));
            }
        }
    }

    private String read(String path, String... parameters) {
        return TestingDelivery.text(
                delivery.answer(new DeliveryRequest(path, TestingDelivery.parameters(parameters), null)));
    }

    private static List<String> names(String page) {
        return NAME.matcher(page).results().map(result -> result.group(1)).toList();
    }

    private void boat(
            String path, String title, String country, int crew, double length, String launched, ContentNode... trips) {
        var values = Map.of("title", title, "country", country, "crew", crew, "length", length, "launched", launched);
        var nested = new ArrayList<ContentNode>();
        for (var index = 0; index < trips.length; index++) {
            nested.add(named("trips" + index, trips[index]));
        }
        var container = named("trips", node("mgnl:contentNode", Map.of(), nested.toArray(ContentNode[]::new)));
        content.save("boats", path, trips.length == 0 ? node("t:boat", values) : node("t:boat", values, container));
    }

    private static ContentNode trip(String country, int kilometres) {
        return node("mgnl:contentNode", Map.of("country", country, "km", kilometres));
    }
}
