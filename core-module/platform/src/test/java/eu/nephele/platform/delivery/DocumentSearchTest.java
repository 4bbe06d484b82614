package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.platform.repository.TestingRepository;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Entries are found by what is written in the documents attached to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentSearchTest {

    private final TestingLiveDelivery live = new TestingLiveDelivery();
    private ContentNode manual;
    private ContentNode boat;

    @BeforeAll
    void publish() throws InterruptedException {
        var content = named(
                "jcr:content",
                node("mgnl:resource", Map.of("fileName", "manual.pdf", "jcr:mimeType", "application/pdf")));
        manual = live.content.save("dam", "/manual.pdf", node("mgnl:asset", Map.of(), content));
        live.documents.put(
                asset(),
                List.of("Contents", "The bilge pump runs by itself. Čistite filter!", "Bilge pump: spare parts"));
        boat = live.content.save(
                "boats",
                "/b-one",
                node(
                        "t:boat",
                        Map.of("title", "One", "cover", asset(), SystemProperties.REFERENCES, List.of(manual.id()))));
        live.content.save("boats", "/b-two", node("t:boat", Map.of("title", "Two of bilge")));
        live.settle();
    }

    @AfterAll
    void close() throws Exception {
        live.close();
    }

    @Test
    void wordsOfADocumentFindItsEntryBehindThoseThatHaveThemThemselves() {
        var page = live.read("delivery/boats", "q=bilge", "orderBy=@score");
        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(page.get("results").get(0).get("@name").asString()).isEqualTo("b-two");
        assertThat(live.read("delivery/boats", "q=cistite").get("total").asInt())
                .isEqualTo(1);
        assertThat(live.read("delivery/boats", "q=\"bilge pump\"").get("total").asInt())
                .isEqualTo(1);
        assertThat(live.read("delivery/search", "q=filter", "facets=type")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void thePassageIsShownWithItsPage() {
        var highlights = live.read("delivery/boats", "q=filter", "highlight=@documents,title", "fields=title")
                .get("highlights");
        assertThat(highlights.get(boat.id()).toString())
                .isEqualTo(
                        "{\"@documents\":[{\"asset\":\"%s\",\"fileName\":\"manual.pdf\",\"page\":2,".formatted(asset())
                                + "\"text\":\"The bilge pump runs by itself. Čistite <mark>filter</mark>!\"}]}");
        var none = live.read("delivery/boats", "q=two", "highlight=@documents").get("highlights");
        assertThat(none.values().iterator().next().toString()).isEqualTo("{\"@documents\":[]}");
    }

    @Test
    void textThatIsReadLaterIsFoundThen() throws Exception {
        assertThat(live.read("delivery/boats", "q=carburettor").get("total").asInt())
                .isZero();
        live.documents.put(asset(), List.of("The carburettor"));
        record();
        live.settle();
        assertThat(live.read("delivery/boats", "q=carburettor").get("total").asInt())
                .isEqualTo(1);
        assertThat(live.read("delivery/boats", "q=spare").get("total").asInt()).isZero();
        live.documents.put(
                asset(),
                List.of("Contents", "The bilge pump runs by itself. Čistite filter!", "Bilge pump: spare parts"));
        record();
        live.settle();
    }

    /** As the reading of files does when it has stored what it read. */
    private void record() {
        live.content.repository.write(SYSTEM, writer -> {
            writer.record(TestingRepository.change(
                    writer, Change.Kind.SAVED, TestingRepository.live("dam", manual.path()), manual));
            return true;
        });
    }

    private String asset() {
        return "jcr:" + manual.id();
    }
}
