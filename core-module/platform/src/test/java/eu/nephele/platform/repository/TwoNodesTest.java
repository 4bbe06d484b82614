package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.read;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database, in one process: what each saves the other has, in one order, and nobody overwrites anybody. */
class TwoNodesTest {

    private static final Location HERE = draft("champions", "/kolektor");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private PostgresqlSettings database;
    private ContentRepository one;
    private ContentRepository two;

    @BeforeEach
    void open() {
        database = TestingPostgresql.database();
        one = open("one");
        one.register(TestingRepository.workspace("champions", "nph:champion"));
        two = open("two");
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void whatOneNodeSavesTheOtherShowsAndItsFollowersAreWoken() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var woken = threads.submit(() -> two.awaitChangeAfter(0, PATIENCE));
            var stored = save(one, HERE, entry("title", "Kolektor"));

            assertThat(woken.get()).isTrue();
            assertThat(read(two, HERE)).contains(stored);
            assertThat(two.changesAfter(0, 10)).isEqualTo(one.changesAfter(0, 10));
            assertThat(two.lastRevision()).isEqualTo(1);
        }
    }

    @Test
    void aWriterSeesAllThatTheOtherNodeSavedBefore() {
        for (var round = 0; round < 20; round++) {
            var writer = round % 2 == 0 ? one : two;
            var expected = (long) round;
            writer.write(SYSTEM, work -> {
                var count = work.node(HERE, 0).map(node -> ((Value.Whole) node.value("count")).number());
                assertThat(count.orElse(0L)).isEqualTo(expected);
                return work.put(HERE, counting(expected + 1));
            });
        }
    }

    @Test
    void concurrentWritersOnBothNodesGetRevisionsWithoutGapAndFollowersOfBothSeeThemInOrder() throws Exception {
        var each = 25;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var followers = Stream.of(one, two)
                    .map(node -> threads.submit(() -> follow(node, 4L * each)))
                    .toList();
            List<Callable<Void>> writers = IntStream.range(0, 4)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        for (var number = 0; number < each; number++) {
                            var location = draft("champions", "/entry-" + writer + "-" + number);
                            save(writer % 2 == 0 ? one : two, location, entry());
                        }
                        return null;
                    })
                    .toList();
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
            for (var follower : followers) {
                assertThat(follower.get())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 4L * each).boxed().toList());
            }
        }
        assertThat(two.changesAfter(0, 1000)).isEqualTo(one.changesAfter(0, 1000));
    }

    private static List<Long> follow(ContentRepository node, long last) throws InterruptedException {
        var seen = new ArrayList<Long>();
        var position = 0L;
        while (position < last && node.awaitChangeAfter(position, PATIENCE)) {
            node.changesAfter(position, 7).stream().map(Change::revision).forEach(seen::add);
            position = seen.getLast();
        }
        return seen;
    }

    @Test
    void writersOfOneEntryOnBothNodesDoNotLoseUpdates() throws Exception {
        save(one, HERE, counting(0));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> writers = IntStream.range(0, 6)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        for (var round = 0; round < 8; round++) {
                            (number % 2 == 0 ? one : two).write(SYSTEM, writer -> {
                                var count = writer.node(HERE, 0).orElseThrow().value("count");
                                return writer.put(HERE, counting(((Value.Whole) count).number() + 1));
                            });
                        }
                        return null;
                    })
                    .toList();
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        await(() -> read(two, HERE).orElseThrow().value("count").equals(Value.of(48L)));
    }

    @Test
    void aValueThatMustBeUniqueIsTakenOnceThoughBothNodesTryAtTheSameMoment() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 10; round++) {
                var id = "external:" + round;
                var taken = threads.invokeAll(List.of(take(one, id, "a" + round), take(two, id, "b" + round)));
                assertThat(Stream.of(taken.get(0).get(), taken.get(1).get()).filter(won -> won))
                        .hasSize(1);
            }
        }
    }

    private static Callable<Boolean> take(ContentRepository node, String externalId, String name) {
        return () -> node.write(SYSTEM, writer -> {
            if (!writer.withValue(Perspective.DRAFT, SystemProperties.EXTERNAL_IDS, externalId)
                    .isEmpty()) {
                return false;
            }
            writer.put(draft("champions", "/" + name), entry(SystemProperties.EXTERNAL_IDS, externalId));
            return true;
        });
    }

    @Test
    void aWriterThatLostItsTurnWithoutKnowingIsRefusedAndChangesNothing() {
        save(one, HERE, entry("title", "before"));
        assertThatThrownBy(() -> one.write(SYSTEM, writer -> {
                    writer.put(HERE, entry("title", "late"));
                    // As for a process that slept so long that the database gave its turn to another.
                    TestingPostgresql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = '" + name() + "' AND state = 'idle in transaction'"
                            + " AND application_name = 'nephele-coordination'");
                    return two.write(SYSTEM, other -> other.put(HERE, entry("title", "other")));
                }))
                .isInstanceOfSatisfying(PlatformException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                    assertThat(refusal).hasMessageContaining("Another node saved at the same moment");
                });
        assertThat(read(two, HERE).orElseThrow().text("title")).isEqualTo("other");
        save(one, HERE, entry("title", "again"));
        await(() -> "again".equals(read(two, HERE).orElseThrow().text("title")));
    }

    @Test
    void versionsGoOnAcrossNodesAndBinariesAreReadOnBoth() throws Exception {
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        var stored = save(one, HERE, entry("title", "1"));
        one.createVersion(SYSTEM, stored.id());
        two.write(SYSTEM, writer -> {
            writer.putBinary(HERE, "jcr:data", new ByteArrayInputStream(bytes));
            return writer.keepVersion(HERE);
        });

        assertThat(two.versions(SYSTEM, stored.id())).extracting(Version::name).containsExactly("1.0", "1.1");
        await(() -> one.versions(SYSTEM, stored.id()).size() == 2);
        one.read(SYSTEM, reader -> {
            try (var data = reader.binary(HERE, "jcr:data").orElseThrow()) {
                assertThat(data.readAllBytes()).isEqualTo(bytes);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            return null;
        });
    }

    @Test
    void nodeTypesAndWorkspacesThatOneNodeRegistersAreKnownOnTheOther() {
        one.register(TestingRepository.workspace("events", "nph:fair"));

        var stored = save(
                two,
                draft("events", "/fair"),
                ContentNode.unstored("", "nph:fair", Map.of("title", Value.of("Fair")), List.of()));
        assertThat(stored.nodeType()).isEqualTo("nph:fair");
        await(() -> two.read(SYSTEM, reader -> reader.isNodeType("nph:fair", "mgnl:content")));
    }

    @Test
    void whatTheOtherNodeAddedOrChangedIsToldWhereItLiesOnceItIsReadHere() {
        var told = new ConcurrentLinkedQueue<Location>();
        two.onForeignSave(draft("champions", "/"), where -> {
            if (read(two, where).isPresent()) {
                told.add(where);
            }
        });

        save(one, HERE, entry("title", "Kolektor"));
        await(() -> told.contains(HERE));
        told.clear();
        save(two, draft("champions", "/own"), entry());
        save(one, HERE, entry("title", "Kolektor d.d."));

        await(() -> told.contains(HERE));
        assertThat(told).as("nothing but what the other saved").containsOnly(HERE);
    }

    @Test
    void aDutyIsOneNodesAtATimeAndGoesOnWhenThatNodeEnds() {
        var first = one.lease("index");
        await(first::isHeld);
        var second = two.lease("index");
        assertThat(second.isHeld()).isFalse();

        one.close();
        await(second::isHeld);
        assertThat(first.isHeld()).isFalse();
    }

    @Test
    void aNodeThatWasGivenUpRefusesToWriteAndSaysWhy() {
        var lost = new java.util.concurrent.CountDownLatch(1);
        two.onLost(lost::countDown);
        execute("UPDATE nephele_leases SET holder = '' WHERE name = 'node/2'");

        assertThatThrownBy(() -> save(two, HERE, entry())).hasMessageContaining("has to be started again");
        await(() -> lost.getCount() == 0);
        save(one, HERE, entry());
    }

    private String name() {
        return database.url().replaceAll(".*/|\\?.*", "");
    }

    private void execute(String sql) {
        try (var connection =
                        java.sql.DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    private ContentRepository open(String node) {
        return ContentRepository.open(TestingPostgresql.shared(database, folder, node));
    }

    private static ContentNode counting(long count) {
        return ContentNode.unstored("", "mgnl:content", Map.of("count", Value.of(count)), List.of());
    }
}
