package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.platform.repository.TestingRepository;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextDeliveryTest {

    private static final String NOTHING = "01234567-89ab-cdef-0123-456789abcdef";

    private final TestingDelivery delivery = new TestingDelivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery/boats/a", "delivery/boats/v2/a", "delivery/boats/a?lang=all"})
    void linksLeadToWhereEntriesAndFilesAre(String path) {
        var yard = delivery.publish("yards", "/old town/y", node("t:yard", Map.of("name", "Yard")));
        var plan = file("plan 1.pdf");
        boat(
                "<p><a href=\"nephele:%s\">yard</a> <a href=\"jcr:%s#page=2\">plan</a> <img src=\"jcr:%s\" alt=\"Plan\"></p>"
                        .formatted(yard.id(), plan.id(), plan.id()));

        assertThat(read(path)).contains("""
                        "blurb":"<p><a href=\\"/.rest/delivery/yards/old%%20town/y\\">yard</a> \
                        <a href=\\"/dam/jcr:%1$s/plan%%201.pdf?v=abcdefabcdef#page=2\\">plan</a> \
                        <img src=\\"/dam/jcr:%1$s/plan%%201.pdf?v=abcdefabcdef\\" alt=\\"Plan\\"></p>"\
                        """.formatted(plan.id()));
    }

    @Test
    void aLinkToWhatNobodyMayReadIsItsTextAndAPictureNothing() {
        boat("<p>By <a href=\"nephele:%1$s\">our <b>yard</b></a><img src=\"jcr:%1$s\" alt=\"x\">.</p>"
                .formatted(NOTHING));

        assertThat(delivery.read("delivery/boats/a")).contains("\"blurb\":\"<p>By our <b>yard</b>.</p>\"");
    }

    @Test
    void anEntryIsNoPictureAndAFolderNoFile() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard")));
        var folder = delivery.publish("dam", "/plans", node("mgnl:folder", Map.of()));
        boat("<p>a<img src=\"jcr:%s\"><a href=\"jcr:%s\">b</a></p>".formatted(yard.id(), folder.id()));

        assertThat(delivery.read("delivery/boats/a")).contains("\"blurb\":\"<p>ab</p>\"");
    }

    @Test
    void textsOfReferencedEntriesLeadOnToo() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard")));
        var sister = delivery.publish(
                "boats",
                "/sister",
                node("t:boat", Map.of("blurb", "<p><a href=\"nephele:" + yard.id() + "\">yard</a></p>")));
        delivery.publish("boats", "/a", node("t:boat", Map.of("sisters", List.of(sister.id()))));

        assertThat(delivery.read("delivery/boats/a"))
                .contains("\"blurb\":\"<p><a href=\\\"/.rest/delivery/yards/y\\\">yard</a></p>\"");
    }

    @Test
    void aDeliveredTextFollowsItsTargets() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard")));
        boat("<p><a href=\"nephele:" + yard.id() + "\">yard</a></p>");
        assertThat(delivery.read("delivery/boats/a")).contains("/.rest/delivery/yards/y\\\"");

        delivery.repository.write(TestingRepository.SYSTEM, writer -> {
            writer.move(TestingRepository.live("yards", "/y"), TestingRepository.live("yards", "/moved"));
            return null;
        });
        var moved = TestingRepository.read(delivery.repository, TestingRepository.live("yards", "/moved"))
                .orElseThrow();
        delivery.delivery.apply(List.of(delivery.change(Change.Kind.SAVED, "yards", moved)));
        assertThat(delivery.read("delivery/boats/a")).contains("/.rest/delivery/yards/moved\\\"");

        delivery.unpublish("yards", moved);
        assertThat(delivery.read("delivery/boats/a")).contains("\"blurb\":\"<p>yard</p>\"");

        delivery.publish("yards", "/y", new ContentNode(yard.id(), "y", "", "t:yard", yard.properties(), List.of()));
        assertThat(delivery.read("delivery/boats/a")).contains("/.rest/delivery/yards/y\\\"");
    }

    @Test
    void cachesOfOthersKnowWhatATextLeadsToThereOrNot() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard")));
        boat("<p><a href=\"nephele:%s\">yard</a> <a href=\"nephele:%s\">gone</a></p>".formatted(yard.id(), NOTHING));

        assertThat(delivery.answer("delivery/boats/a").surrogateKeys().split(" "))
                .contains("entry-" + yard.id(), "entry-" + NOTHING);
    }

    private void boat(String blurb) {
        delivery.publish("boats", "/a", node("t:boat", Map.of("title", "A", "blurb", blurb)));
    }

    private String read(String path) {
        var query = path.indexOf('?');
        return query < 0 ? delivery.read(path) : delivery.read(path.substring(0, query), path.substring(query + 1));
    }

    private ContentNode file(String fileName) {
        var content = named(
                "jcr:content",
                node("mgnl:resource", Map.of("fileName", fileName, "contentHash", "abcdefabcdefabcdefabcdef")));
        return delivery.publish("dam", "/plans/plan.pdf", node("mgnl:asset", Map.of(), content));
    }
}
