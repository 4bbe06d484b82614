package eu.nephele.platform.search.elasticsearch;

import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.delivery.TestingDelivery;
import eu.nephele.platform.delivery.TestingLiveDelivery;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that answers each call in time, but so slowly that questions of several calls would take long. */
class SlowClusterTest {

    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private TestingFront front;
    private TestingLiveDelivery live;

    @BeforeEach
    void start() throws Exception {
        front = TestingFront.open(TestingElasticsearch.uri());
        live = new TestingLiveDelivery(
                TestingDelivery.boats(),
                new ElasticsearchSearchEngine(ElasticsearchSettings.of(front.uri(), TestingElasticsearch.newPrefix())));
        live.content.save("boats", "/gull", node("t:boat", Map.of("title", "Gull")));
        live.settle();
        live.read("delivery/boats", "q=gull");
    }

    @AfterEach
    void stop() throws Exception {
        front.delay(Duration.ZERO);
        live.close();
        front.close();
    }

    @Test
    void aQuestionOfSeveralCallsIsGivenUpWithinTheTimeOfOne() {
        front.delay(Duration.ofMillis(800));
        for (var i = 0; i < 6; i++) {
            var begun = System.nanoTime();
            assertThatThrownBy(() -> live.read("delivery/boats", "q=gulll", "crew=1"))
                    .isInstanceOfSatisfying(
                            PlatformException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SEARCH_UNAVAILABLE));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_MOST);
        }

        assertThat(live.read("delivery/boats", "q=gull").get("total").asInt())
                .as("what takes one call is answered, since the cluster is there")
                .isEqualTo(1);
    }

    @Test
    void hintsThatCannotBeHadInTimeAreLeftOut() {
        front.delay(Duration.ofMillis(700));
        var begun = System.nanoTime();

        var answer = live.read("delivery/boats", "tags=nothing", "crew=1");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_MOST);
        assertThat(answer.get("total").asInt()).isZero();
        assertThat(answer.get("withoutFilter").size()).isLessThan(2);
        front.delay(Duration.ZERO);
        assertThat(live.read("delivery/boats", "tags=nothing", "crew=1")
                        .get("total")
                        .asInt())
                .isZero();
    }
}
