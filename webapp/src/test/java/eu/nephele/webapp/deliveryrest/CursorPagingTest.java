package eu.nephele.webapp.deliveryrest;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.ContentNode;
import eu.nephele.platform.delivery.TestingLiveDelivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that goes through all pages by cursor while editors publish and withdraw. */
class CursorPagingTest {

    private static final int BOATS = 30;

    @ParameterizedTest
    @ValueSource(strings = {"orderBy=title", "orderBy=title%20desc", "orderBy=@name", "q=boat", "orderBy=crew,title"})
    void whatWasThereAtTheStartIsMetOnceWhateverComesGoesAndMoves(String query) throws Exception {
        try (var live = new TestingLiveDelivery();
                var server = new TestingServer(new DeliveryServlet(live.delivery, live.content.definitions::get))) {
            var boats = new HashMap<String, ContentNode>();
            for (var i = 0; i < BOATS; i++) {
                boats.put(name(i), publish(live, name(i), i));
            }
            live.settle();

            var met = new ArrayList<String>();
            var cursor = "*";
            var withdrawn = new ArrayList<String>();
            for (var round = 0; !cursor.isEmpty(); round++) {
                var page = page(server, query, cursor);
                page.get("results").forEach(item -> met.add(item.get("@name").asString()));
                assertThat(page.get("total").asInt()).isEqualTo(BOATS);
                assertThat(page.get("snapshot").asBoolean()).isTrue();
                cursor = page.path("cursor").asString("");
                // New ones at both ends and in the middle, one withdrawn that may or may not have been met, and one
                // that changes its place.
                publish(live, "a-new-" + round, -1 - round);
                publish(live, "m-new-" + round, BOATS / 2);
                publish(live, "z-new-" + round, BOATS + round);
                withdrawn.add(name(4 * round + 3));
                live.content.unpublish("boats", boats.get(name(4 * round + 3)));
                publish(live, name(4 * round + 1), BOATS - 4 * round - 1);
                live.settle();
                assertThat(round).isLessThan(40);
            }

            assertThat(met).doesNotHaveDuplicates().noneMatch(name -> name.contains("new"));
            for (var i = 0; i < BOATS; i++) {
                if (!withdrawn.contains(name(i))) {
                    assertThat(met).contains(name(i));
                }
            }
        }
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() throws Exception {
        try (var live = new TestingLiveDelivery();
                var server = new TestingServer(new DeliveryServlet(live.delivery, live.content.definitions::get))) {
            publish(live, "a", 1);
            for (var i = 0; i < 9; i++) {
                publish(live, name(i), i);
            }
            live.settle();
            var cursor = page(server, "orderBy=title", "*").get("cursor").asString();
            for (var other : new String[] {
                "orderBy=title%20desc", "orderBy=title&crew=1", "orderBy=title&q=boat", "orderBy=title&lang=de"
            }) {
                var answer = server.get("/.rest/delivery/boats?limit=1&" + other + "&cursor=" + cursor);
                assertThat(answer.status()).as(other).isEqualTo(400);
                assertThat(answer.text()).contains("cursor");
            }
        }
    }

    private static JsonNode page(TestingServer server, String query, String cursor) throws Exception {
        var answer = server.get("/.rest/delivery/boats?fields=title&limit=7&" + query + "&cursor=" + cursor);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }

    private static String name(int number) {
        return "boat-%02d".formatted(number);
    }

    private static ContentNode publish(TestingLiveDelivery live, String name, int number) {
        return live.content.save(
                "boats",
                "/" + name,
                node("t:boat", Map.of("title", "Boat %03d".formatted(number + 100), "crew", Math.floorMod(number, 3))));
    }
}
