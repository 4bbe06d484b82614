package eu.nephele.platform.feed;

import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.platform.repository.TestingRepository;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A listener that one node at a time calls, with a place that all nodes can tell. */
class DutyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Long> applied = new CopyOnWriteArrayList<>();
    private final AtomicInteger holder = new AtomicInteger(1);

    @Test
    void theDutyGoesFromNodeToNodeAndEachChangeIsAppliedOnceInOrder() throws Exception {
        try (var repository = TestingRepository.inMemory("champions");
                var feed = new ChangeFeed(repository)) {
            var one = feed.follow("index", () -> holder.get() == 1, this::place, this::apply);
            var two = feed.follow("index", () -> holder.get() == 2, this::place, this::apply);
            var last = 0;
            for (var handOver = 0; handOver < 4; handOver++) {
                for (var number = 0; number < 5; number++) {
                    save(repository, draft("champions", "/entry-" + ++last), entry());
                }
                var follower = holder.get() == 1 ? one : two;
                var other = holder.get() == 1 ? two : one;
                assertThat(follower.awaitPosition(last, PATIENCE)).isTrue();
                // Whoever has not the duty knows how far the other is.
                assertThat(other.awaitPosition(last, PATIENCE)).isTrue();
                assertThat(other.lag()).isZero();
                holder.set(3 - holder.get());
            }
            assertThat(applied)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    private long place() {
        return applied.isEmpty() ? 0 : applied.getLast();
    }

    private void apply(List<Change> changes) {
        changes.stream().map(Change::revision).forEach(applied::add);
    }
}
