package eu.nephele.platform.feed;

import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.content.Change;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.DeadLetter;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.repository.TestingRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFeedTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final FeedSettings QUICK = new FeedSettings(10, 3, Duration.ofMillis(1), Duration.ofMillis(5));

    private final ContentRepository repository = TestingRepository.inMemory("champions");
    private final ChangeFeed feed = new ChangeFeed(repository, QUICK);
    private final List<Long> applied = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        feed.close();
        repository.close();
    }

    @Test
    void changesComeInOrderInBoundedBatchesFromBeforeAndAfterTheStart() throws Exception {
        var largest = new AtomicInteger();
        saveEntries(25);
        var follower = feed.follow("index", 0, changes -> {
            largest.accumulateAndGet(changes.size(), Math::max);
            changes.forEach(change -> applied.add(change.revision()));
        });
        saveEntries(5);

        assertThat(follower.awaitPosition(30, LONG)).isTrue();
        assertThat(applied).isEqualTo(revisions(1, 30));
        assertThat(largest.get()).isLessThanOrEqualTo(10);
        assertThat(follower.lag()).isZero();
        assertThat(follower.name()).isEqualTo("index");
    }

    @Test
    void aFollowerStartsAfterTheRevisionItNames() throws Exception {
        saveEntries(5);
        var follower = feed.follow("index", 3, this::apply);

        assertThat(follower.awaitPosition(5, LONG)).isTrue();
        assertThat(applied).containsExactly(4L, 5L);
    }

    @Test
    void aSaveWakesTheFollowerAtOnce() throws Exception {
        var follower = feed.follow("index", 0, this::apply);
        var slowest = 0L;
        for (var number = 1; number <= 20; number++) {
            saveEntries(1);
            var saved = System.nanoTime();
            assertThat(follower.awaitPosition(number, LONG)).isTrue();
            slowest = Math.max(slowest, System.nanoTime() - saved);
        }

        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aListenerThatFailsForAWhileGetsEverythingInOrder() throws Exception {
        var failures = new AtomicInteger();
        saveEntries(12);
        var follower = feed.follow("index", 0, changes -> {
            if (failures.incrementAndGet() <= 2) {
                throw new java.io.IOException("disk is busy");
            }
            apply(changes);
        });

        assertThat(follower.awaitPosition(12, LONG)).isTrue();
        assertThat(applied).isEqualTo(revisions(1, 12));
        assertThat(feed.deadLetters("index")).isEmpty();
    }

    @Test
    void aChangeThatKeepsFailingIsPutAsideAndTheRestGoesOn() throws Exception {
        saveEntries(25);
        var follower = feed.follow("index", 0, changes -> {
            if (changes.stream().anyMatch(change -> change.revision() == 7)) {
                throw new IllegalStateException("poison");
            }
            apply(changes);
        });

        assertThat(follower.awaitPosition(25, LONG)).isTrue();
        assertThat(applied).hasSize(24).doesNotContain(7L).isSorted();
        assertThat(feed.deadLetters("index")).singleElement().satisfies(letter -> {
            assertThat(letter.change()).isEqualTo(repository.changesAfter(6, 1).getFirst());
            assertThat(letter.reason()).contains("poison");
            repository.discard(letter);
        });
        assertThat(feed.deadLetters("index")).isEmpty();
        assertThat(feed.deadLetters("other")).isEmpty();
    }

    @Test
    void anUnavailableSystemIsWaitedForAndNothingIsPutAside() throws Exception {
        var attempts = new AtomicInteger();
        saveEntries(3);
        var follower = feed.follow("index", 0, changes -> {
            if (attempts.incrementAndGet() < 30) {
                throw new PlatformException(ErrorCode.SEARCH_UNAVAILABLE, "down");
            }
            apply(changes);
        });

        assertThat(follower.awaitPosition(3, LONG)).isTrue();
        assertThat(applied).containsExactly(1L, 2L, 3L);
        assertThat(feed.deadLetters("index")).isEmpty();
    }

    @Test
    void oneSlowFollowerDoesNotHoldUpAnother() throws Exception {
        var gate = new CountDownLatch(1);
        saveEntries(3);
        var slow = feed.follow("slow", 0, _ -> gate.await());
        var quick = feed.follow("quick", 0, this::apply);

        assertThat(quick.awaitPosition(3, LONG)).isTrue();
        assertThat(slow.position()).isZero();
        assertThat(slow.lag()).isEqualTo(3);
        gate.countDown();
        assertThat(slow.awaitPosition(3, LONG)).isTrue();
    }

    @Test
    void closingEndsAPauseButNotTheListener() throws Exception {
        var within = new CountDownLatch(1);
        var interrupted = new AtomicInteger();
        saveEntries(1);
        var busy = feed.follow("busy", 0, _ -> {
            within.countDown();
            try {
                Thread.sleep(50);
            } catch (InterruptedException unwanted) {
                interrupted.incrementAndGet();
            }
        });
        var patient = new ChangeFeed(repository, new FeedSettings(10, 9, LONG, LONG));
        var failing = new CountDownLatch(1);
        var pausing = patient.follow("pausing", 0, _ -> {
            failing.countDown();
            throw new IllegalStateException("again");
        });
        assertThat(within.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(failing.await(20, TimeUnit.SECONDS)).isTrue();

        busy.close();
        patient.close();

        assertThat(interrupted.get()).isZero();
        assertThat(busy.position()).isEqualTo(1);
        assertThat(pausing.position()).isZero();
        assertThat(repository.deadLetters("pausing")).isEmpty();
    }

    @Test
    void afterARestartTheFollowerGoesOnWhereItWasAndFindsItsDeadLetters(@TempDir Path folder) throws Exception {
        long position;
        try (var first = ContentRepository.open(RepositorySettings.in(folder));
                var firstFeed = new ChangeFeed(first, QUICK)) {
            first.register(TestingRepository.workspace("champions"));
            save(first, draft("champions", "/a"), entry());
            save(first, draft("champions", "/b"), entry());
            var follower = firstFeed.follow("index", 0, changes -> {
                if (changes.getLast().revision() == 2) {
                    throw new IllegalStateException("poison");
                }
                apply(changes);
            });
            assertThat(follower.awaitPosition(2, LONG)).isTrue();
            position = follower.position();
        }
        try (var second = ContentRepository.open(RepositorySettings.in(folder));
                var secondFeed = new ChangeFeed(second, QUICK)) {
            save(second, draft("champions", "/c"), entry());
            var follower = secondFeed.follow("index", position, this::apply);
            assertThat(follower.awaitPosition(3, LONG)).isTrue();
            assertThat(secondFeed.deadLetters("index"))
                    .extracting(DeadLetter::change)
                    .extracting(Change::revision)
                    .containsExactly(2L);
        }
        assertThat(applied).containsExactly(1L, 3L);
    }

    private void apply(List<Change> changes) {
        changes.forEach(change -> applied.add(change.revision()));
    }

    private void saveEntries(int count) {
        var before = repository.lastRevision();
        for (var number = 1; number <= count; number++) {
            save(repository, draft("champions", "/entry-" + (before + number)), entry());
        }
    }

    private static List<Long> revisions(long from, long to) {
        return new ArrayList<>(LongStream.rangeClosed(from, to).boxed().toList());
    }
}
