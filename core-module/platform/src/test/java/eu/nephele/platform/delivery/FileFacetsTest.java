package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.definition.TestingModules;
import eu.nephele.platform.repository.TestingRepository;
import eu.nephele.platform.repository.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Entries are found and counted by the files that they show, where their type says so; and files by themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileFacetsTest {

    private final TestingLiveDelivery live = new TestingLiveDelivery();
    private ContentNode film;
    private ContentNode plan;

    @BeforeAll
    void publish(@TempDir Path folder) throws Exception {
        new TestingModules(folder)
                .write("guides/contentTypes/guide.yaml", """
                        datasource: { workspace: guides, autoCreate: true, namespaces: { t: 'https://nephele.example/ns/testing' } }
                        model:
                          nodeType: t:guide
                          properties:
                            title: { i18n: true }
                            file: { type: asset, search: file }
                            sheets: { type: sheet, multiple: true }
                            note: { type: asset }
                          subModels:
                            sheet: { properties: { file: { type: asset, i18n: true, search: file } } }
                        """)
                .write("guides/contentTypes/asset.yaml", """
                        datasource: { workspace: dam, spread: true }
                        model:
                          nodeType: mgnl:asset
                          properties:
                            title: { i18n: true, search: { text: 4, sort: true } }
                            licence: { search: facet }
                            metadata: { type: metadata }
                          subModels:
                            metadata:
                              properties:
                                format: { search: facet }
                                duration: { type: Double, search: range }
                                pages: { type: Long, search: range }
                                language: { search: facet }
                        """)
                .write("guides/restEndpoints/delivery/guides.yaml", """
                        $type: nepheleDeliveryEndpoint
                        contentType: guide
                        facets:
                          length: { property: file/duration, ranges: [{ to: 60 }, { from: 60 }] }
                          orientation: { property: file/orientation }
                          format: { property: file/format }
                          sheetLanguage: { property: sheets/file/language }
                          pages: { property: sheets/file/pages, ranges: auto }
                        """)
                .write("guides/restEndpoints/delivery/files.yaml", """
                        $type: nepheleDeliveryEndpoint
                        contentType: asset
                        facets:
                          format: { property: metadata/format }
                          language: { property: metadata/language }
                          duration: { property: metadata/duration, ranges: [{ to: 60 }, { from: 60 }] }
                          licence: {}
                        """);
        try (var modules = LightModules.load(List.of(TestingModules.fixture("delivery-modules"), folder))) {
            assertThat(modules.current().problems()).isEmpty();
            live.content.definitions.set(modules.current());
        }
        live.content.repository.register(new Workspace(
                "guides", false, Map.of("t", "https://nephele.example/ns/testing"), List.of("t:guide"), List.of()));
        live.indexer.definitionsChanged();
        // Comes back when those before it are built too: until then searches are refused.
        live.indexer.rebuild("guide");
        film = asset(
                "/film.mp4",
                "video/mp4",
                Map.of("duration", 73.5, "orientation", "portrait", "format", "video/mp4"),
                Map.of("title", "The film", "licence", "CC-BY-4.0"));
        plan = asset(
                "/plan.pdf",
                "application/pdf",
                Map.of("pages", 12L, "language", "sr", "format", "application/pdf"),
                Map.of("title", "The plan"));
        live.documents.put("jcr:" + plan.id(), List.of("Мерење резултата"));
        guide("/one", "One", Map.of("file", "jcr:" + film.id(), SystemProperties.REFERENCES, List.of(film.id())));
        var sheet = node("mgnl:contentNode", Map.of("file", "jcr:" + plan.id()));
        guide(
                "/two",
                "Two",
                Map.of(SystemProperties.REFERENCES, List.of(plan.id())),
                named("sheets", node("mgnl:contentNode", Map.of(), named("sheets0", sheet))));
        live.settle();
    }

    @AfterAll
    void close() throws Exception {
        live.close();
    }

    @Test
    void entriesAreCountedByWhatIsKnownOfTheirFiles() {
        var facets = live.read("delivery/guides", "facets=length,orientation,format,sheetLanguage,pages")
                .get("facets");
        assertThat(count(facets, "length", "60-*")).isEqualTo(1);
        assertThat(count(facets, "length", "*-60")).isZero();
        assertThat(count(facets, "orientation", "portrait")).isEqualTo(1);
        assertThat(count(facets, "format", "video/mp4")).isEqualTo(1);
        assertThat(count(facets, "sheetLanguage", "sr")).isEqualTo(1);
        assertThat(facets.get("pages").toString()).contains("12");
    }

    @Test
    void entriesAreFilteredByWhatIsKnownOfTheirFilesAndNothingElse() {
        assertThat(names("file/duration[gt]=60")).containsExactly("one");
        assertThat(names("file/duration[lt]=60")).isEmpty();
        assertThat(names("sheets/file/language=sr")).containsExactly("two");
        assertThat(names("file/size[gte]=1000")).containsExactly("one");
        assertThatThrownBy(() -> live.read("delivery/guides", "note/duration[gt]=60"))
                .hasMessageContaining("note/duration");
        assertThatThrownBy(() -> live.read("delivery/guides", "file/iso=100")).hasMessageContaining("file/iso");
    }

    @Test
    void whatIsReadOfAFileLaterCountsThen() throws Exception {
        var later = asset("/later.mp4", "video/mp4", Map.of(), Map.of());
        guide("/later", "Later", Map.of("file", "jcr:" + later.id(), SystemProperties.REFERENCES, List.of(later.id())));
        live.settle();
        assertThat(names("file/duration[lt]=10")).isEmpty();

        live.content.repository.write(SYSTEM, writer -> {
            var at = TestingRepository.live("dam", "/later.mp4");
            var read = named("metadata", node("mgnl:contentNode", Map.of("duration", 4.5)));
            writer.put(at, later.withChildren(List.of(later.child("jcr:content").orElseThrow(), read)));
            writer.record(TestingRepository.change(writer, Change.Kind.SAVED, at, later));
            return true;
        });
        live.settle();
        assertThat(names("file/duration[lt]=10")).containsExactly("later");
        TestingRepository.remove(live.content.repository, TestingRepository.live("guides", "/later"));
        live.settle();
    }

    @Test
    void filesAreFoundByThemselvesByWhatIsKnownOfThemAndWrittenInThem() {
        var page = live.read("delivery/files", "facets=format,language,duration,licence", "metadata/language=sr");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        var found = page.get("results").get(0);
        assertThat(found.get("@id").asString()).isEqualTo("jcr:" + plan.id());
        assertThat(found.get("@link").asString()).startsWith("/dam/jcr:" + plan.id() + "/plan.pdf");
        assertThat(found.get("metadata").get("pages").asString()).isEqualTo("12");
        assertThat(found.get("metadata").get("title").asString()).isEqualTo("The plan");
        assertThat(live.read("delivery/files", "q=резултата").get("total").asInt())
                .isEqualTo(1);
        assertThat(live.read("delivery/files", "licence=CC-BY-4.0", "metadata/duration[gt]=60")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(live.read("delivery/files/film.mp4")
                        .get("metadata")
                        .get("duration")
                        .asString())
                .isEqualTo("73.5");
        assertThat(live.read("delivery/files", "fields=title", "metadata/language=sr")
                        .get("results")
                        .get(0)
                        .get("metadata")
                        .toString())
                .isEqualTo("{\"title\":\"The plan\"}");
    }

    @Test
    void aPageSaysThatTheDocumentItAttachesIsInAnotherLanguageAndHowLargeItIs() {
        var english = attached("lang=en");
        assertThat(english.get("language").asString()).isEqualTo("sr");
        assertThat(english.get("otherLanguage").asString()).isEqualTo("true");
        assertThat(english.get("fileSize").asString()).isEqualTo("2411724");
        assertThat(english.get("format").asString()).isEqualTo("application/pdf");
        assertThat(attached("lang=sr").get("otherLanguage").asString()).isEqualTo("false");
        assertThat(attached("lang=sr-Latn").get("otherLanguage").asString()).isEqualTo("false");
    }

    @Test
    void theDescriptionOfTheEndpointSaysThatFilesAreWhatTheyAreEverywhere() {
        var description = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(TestingDelivery.text(live.delivery.openApi(List.of())));
        assertThat(description
                        .get("components")
                        .get("schemas")
                        .get("Asset")
                        .get("properties")
                        .propertyNames())
                .contains("@link", "metadata", "renditions");
        assertThat(description.get("paths").propertyNames()).anyMatch(path -> path.endsWith("/delivery/files"));
    }

    private JsonNode attached(String language) {
        return live.read("delivery/guides/two", language)
                .get("sheets")
                .get("sheets0")
                .get("file")
                .get("metadata");
    }

    private List<String> names(String filter) {
        return live.read("delivery/guides", filter)
                .get("results")
                .valueStream()
                .map(entry -> entry.get("@name").asString())
                .toList();
    }

    private static int count(JsonNode facets, String facet, String key) {
        for (var bucket : facets.get(facet).get("buckets")) {
            if (bucket.has("key") && bucket.get("key").asString().equals(key)
                    || bucket.has("value") && bucket.get("value").asString().equals(key)) {
                return bucket.get("count").asInt();
            }
        }
        return 0;
    }

    private void guide(String path, String title, Map<String, ?> more, ContentNode... children) {
        var values = new HashMap<String, Object>(more);
        values.put("title", title);
        live.content.save("guides", path, node("t:guide", values, children));
    }

    private ContentNode asset(String path, String mediaType, Map<String, ?> known, Map<String, ?> said) {
        var file = node(
                "mgnl:resource", Map.of("fileName", path.substring(1), "jcr:mimeType", mediaType, "size", 2_411_724L));
        var metadata = named("metadata", node("mgnl:contentNode", known));
        return live.content.save("dam", path, node("mgnl:asset", said, named("jcr:content", file), metadata));
    }
}
