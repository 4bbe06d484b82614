package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The product as it ships: the catalogue module with its sample content, served. */
class CatalogueTest {

    private static final String DELIVERY = "/.rest/delivery/";

    @TempDir
    static Path data;

    private static TestingApplication server;

    @BeforeAll
    static void startServer() throws Exception {
        server = TestingApplication.start(Path.of("../light-modules"), data);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void everySampleEntryIsPublished() throws Exception {
        var entries = server.admin("GET", "/.rest/ops/status", "").json().get("entries");

        assertThat(entries.properties())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getValue().get("live").asInt())
                        .as(type.getKey())
                        .isPositive()
                        .isEqualTo(type.getValue().get("draft").asInt()));
    }

    @Test
    void eachOfTheTenCountriesHasTwoClustersAndFiveOrSixChampions() throws Exception {
        assertThat(countries("clusters"))
                .hasSize(10)
                .allSatisfy((country, count) -> assertThat(count).as(country).isEqualTo(2));
        assertThat(countries("champions"))
                .hasSize(10)
                .allSatisfy((country, count) -> assertThat(count).as(country).isBetween(5, 6));
        assertThat(countries("champions").values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(55);
    }

    @Test
    void everyChampionIsMarkedAsASampleAndLinkedToItsCompanyClusterInterviewsAndActions() throws Exception {
        for (var champion : server.get(DELIVERY + "champions?limit=100").json().get("results")) {
            var name = champion.get("@name").asString();
            assertThat(champion.get("isSample").asBoolean()).as(name).isTrue();
            assertThat(champion.at("/company/@id").asString()).as(name).isNotEmpty();
            assertThat(champion.at("/cluster/@id").asString()).as(name).isNotEmpty();
            assertThat(champion.at("/interviews/0/@id").asString()).as(name).isNotEmpty();
            assertThat(champion.at("/informsActions/0/@id").asString()).as(name).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, furnitrue", "de, Möbeln", "bg, мебелите", "sr-Latn, predmeti", "sr, predmetima", "en, firm"})
    void championsAreFoundInTheirLanguages(String locale, String text) throws Exception {
        var found = server.get(DELIVERY + "champions?q=" + encoded(text) + "&lang=" + locale)
                .json();

        assertThat(found.get("total").asInt()).as("%s in %s", text, locale).isPositive();
    }

    @Test
    void aLongTextMayBeSearched() throws Exception {
        var words = encoded("logistics supply chain company furniture innovation ".repeat(5) + "cluster export");

        assertThat(server.get(DELIVERY + "champions?lang=sr-Latn&q=" + words).status())
                .isEqualTo(200);
    }

    @Test
    void onlyAdministratorsAreToldWhySomethingWasFound() throws Exception {
        var query = DELIVERY + "champions?q=companies&limit=1&lang=en&explain=";

        assertThat(server.get(query + "true").status()).isEqualTo(401);
        assertThat(server.get(query + "%74rue").status()).isEqualTo(403);
        assertThat(server.get(query + "false").status()).isEqualTo(200);
        var explained = server.admin("GET", query + "true", "");
        assertThat(explained.status()).isEqualTo(200);
        assertThat(explained.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(explained.json().at("/explanation/results").values())
                .singleElement()
                .satisfies(result -> assertThat(result.get("score").asDouble()).isPositive());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "IT, it",
        "GR, el",
        "RO, ro",
        "BG, bg",
        "AT, de",
        "HU, hu",
        "SI, sl",
        "RS, sr",
        "RS, sr-Latn",
        "BA, bs",
        "AL, sq"
    })
    void titlesAndSummariesAreInTheLanguageOfTheCountry(String country, String locale) throws Exception {
        var query = "champions?limit=100&fields=title,summary&country=" + country + "&lang=";
        var local = texts(server.get(DELIVERY + query + locale).json());
        var english = texts(server.get(DELIVERY + query + "en").json());

        assertThat(local).hasSizeGreaterThanOrEqualTo(10).doesNotContainAnyElementsOf(english);
    }

    @Test
    void everyEndpointAnswersWithEveryFacetItOffers() throws Exception {
        for (var endpoint : server.get("/.rest/delivery").json().get("endpoints")) {
            var facets = new ArrayList<String>();
            endpoint.get("facets").forEach(facet -> facets.add(facet.asString()));
            var answer = server.get(
                    endpoint.get("url").asString() + "?limit=1&origin=45.8,15.9&facets=" + String.join(",", facets));

            assertThat(answer.status()).as(endpoint.get("url").asString()).isEqualTo(200);
            assertThat(answer.json().get("total").asInt())
                    .as(endpoint.get("url").asString())
                    .isPositive();
            assertThat(answer.json().get("facets").propertyNames()).containsExactlyElementsOf(facets);
        }
    }

    @Test
    void theProjectTellsItsFactsWithTheirSource() throws Exception {
        var project = server.get(DELIVERY + "projects/cloud").json();

        assertThat(project.get("acronym").asString()).isEqualTo("CLOUD");
        assertThat(project.get("isSample").asBoolean()).isFalse();
        assertThat(project.get("provenance").get("@nodes").size()).isPositive();
    }

    /** An app may be one of files: what is asked of all apps at once is asked of files, too. */
    @Test
    void filesAreFoundAmongEntries() throws Exception {
        var references = "/.rest/editor/v1/references?limit=100&types=";
        var files = server.admin("GET", references + "asset", "").json();
        var awards = server.admin("GET", references + "award", "").json();

        var both = server.admin("GET", references + "asset,award", "");

        assertThat(both.status()).as(both.text()).isEqualTo(200);
        assertThat(files.at("/choices/0/contentType").asString()).isEqualTo("dam");
        assertThat(files.at("/choices/0/id").asString()).startsWith("jcr:");
        assertThat(awards.get("choices")).isNotEmpty();
        assertThat(both.json().get("choices"))
                .hasSize(files.get("choices").size() + awards.get("choices").size());
        for (var types : List.of("asset", "asset,award", "dam", "award,dam")) {
            assertThat(server.admin("GET", references + types + "&q=wood.sv", "")
                            .json()
                            .at("/choices"))
                    .as("by its name, in " + types)
                    .singleElement()
                    .satisfies(
                            choice -> assertThat(choice.get("path").asString()).endsWith("/wood.svg"));
        }
        assertThat(server.admin("GET", references + "award,nothing", "").status())
                .isEqualTo(404);
    }

    private static Map<String, Integer> countries(String endpoint) throws Exception {
        var counts = new HashMap<String, Integer>();
        for (var bucket : server.get(DELIVERY + endpoint + "?limit=0&facets=country")
                .json()
                .at("/facets/country/buckets")) {
            counts.put(bucket.get("value").asString(), bucket.get("count").asInt());
        }
        return counts;
    }

    private static ArrayList<String> texts(JsonNode page) {
        var texts = new ArrayList<String>();
        page.get("results").forEach(entry -> {
            texts.add(entry.get("title").asString());
            texts.add(entry.get("summary").asString());
        });
        return texts;
    }
}
