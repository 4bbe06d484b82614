package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.repository.TestingPostgresql;
import eu.nephele.platform.search.elasticsearch.TestingElasticsearch;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nodes, PostgreSQL that can be cut off, Elasticsearch, and a proxy before them, each a process or server of its own, as in
 * config/compose.yaml. What must hold on any machine is asserted; how long it takes, which other work on the machine prolongs, is
 * printed, and only bounded.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralMachinesTest {

    private static final int PUBLICATIONS = 500;
    private static final int WRITERS = 4;
    private static final int ROUNDS = 60;

    /** Searching waits for the engine to show what it has, so only some rounds search, on each node in turn. */
    private static final int SEARCHED_EVERY = 3;

    private static final Duration CUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FIRST = "/.rest/delivery/articles/first";
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static CuttableConnection network;
    private static TestingNode one;
    private static TestingNode two;

    @BeforeAll
    static void start() throws Exception {
        // Each takes long to start.
        var elasticsearch = CompletableFuture.supplyAsync(TestingElasticsearch::uri);
        var database = TestingPostgresql.database(Duration.ofSeconds(15));
        network = new CuttableConnection(TestingPostgresql.port());
        var url = database.url().replace(":" + TestingPostgresql.port() + "/", ":" + network.port() + "/");
        var search = new String[] {
            "--nephele.search.engine=elasticsearch",
            "--nephele.search.elasticsearch.uris=" + elasticsearch.get(),
            "--nephele.search.elasticsearch.index-prefix=" + TestingElasticsearch.newPrefix(),
            // A server that shares two processors with all this is not away when it is slow.
            "--nephele.search.elasticsearch.timeout=15s"
        };
        one = new TestingNode(folder, "one", database, url, search).start();
        two = new TestingNode(folder, "two", database, url, search).start();
        one.awaitReady();
        two.awaitReady();
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        two.close();
        network.close();
    }

    @Test
    @Order(1)
    void theSampleContentIsLoadedOnceThoughBothStartedOnAnEmptyDatabase() throws Exception {
        await(() -> one.total() == 1 && two.total() == 1);
        assertThat(one.get(FIRST).statusCode()).isEqualTo(200);
        assertThat(two.get(FIRST).statusCode()).isEqualTo(200);
        assertThat(one.keepsIndex()).as("one of them writes the index").isNotEqualTo(two.keepsIndex());
    }

    @Test
    @Order(2)
    void whatIsPublishedOnOneNodeIsServedAndFoundByTheOther() throws Exception {
        var id = ids("seen", 1).getFirst();
        publishUntilAcknowledged(id, one, two);
        await(() -> two.get("/.rest/delivery/articles/seen-0").statusCode() == 200);
        var read = new long[ROUNDS];
        var found = new long[ROUNDS / SEARCHED_EVERY];
        for (var round = 0; round < ROUNDS; round++) {
            var writer = round % 2 == 0 ? one : two;
            var reader = round % 2 == 0 ? two : one;
            var title = "Seen " + round;
            change(writer, id, title);
            publishUntilAcknowledged(id, writer, reader);
            var published = System.nanoTime();
            await(() -> reader.get("/.rest/delivery/articles/seen-0").body().contains(title));
            read[round] = millisSince(published);
            if (round % SEARCHED_EVERY == 0) {
                await(() -> reader.total("title=" + title.replace(" ", "%20")) == 1);
                found[round / SEARCHED_EVERY] = millisSince(published);
            }
        }
        print("published on one node, served by the other", read);
        print("published on one node, found by the other", found);
    }

    private static void print(String what, long[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %d ms, p99 %d ms%n",
                what, millis[millis.length / 2], millis[(int) Math.ceil(millis.length * 0.99) - 1]);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static void change(TestingNode node, String id, String title) throws Exception {
        await(() -> {
            var draft = node.admin("GET", TestingApplication.ENTRIES + "article/" + id, "application/json", "");
            if (draft.statusCode() != 200) {
                return false;
            }
            var body = "{\"title\": \"%s\", \"revision\": %s}"
                    .formatted(title, JSON.readTree(draft.body()).get("revision"));
            var answer = node.admin("PATCH", TestingApplication.ENTRIES + "article/" + id, "application/json", body);
            // Read a moment before the other node's last change was to be seen here: refused, not overwritten.
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409, 412, 503);
            return answer.statusCode() == 200;
        });
    }

    @Test
    @Order(3)
    void nothingIsLostOrDoubledWhenTheNodeWithTheDutiesIsKilledDuringFiveHundredPublications() throws Exception {
        one.awaitReady();
        two.awaitReady();
        await(() -> two.total() > 0);
        var before = two.total();
        // So that another try on the same nodes has articles of its own.
        var name = "many" + before;
        var ids = ids(name, PUBLICATIONS);
        var keeper = one.keepsIndex() ? one : two;
        var other = keeper == one ? two : one;
        var leaving = new AtomicBoolean();
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                        for (var number = next.getAndIncrement();
                                number < ids.size();
                                number = next.getAndIncrement()) {
                            var first = writer % 2 == 0 && !leaving.get() ? keeper : other;
                            publishUntilAcknowledged(ids.get(number), first, other);
                            done.incrementAndGet();
                        }
                        return null;
                    }))
                    .toList();
            await(() -> done.get() > PUBLICATIONS / 5);
            leaving.set(true);
            keeper.kill();
            var killed = System.nanoTime();
            var acknowledged = done.get();
            await(() -> done.get() > acknowledged + WRITERS);
            System.out.printf("killed, the other node writes on after %d ms%n", millisSince(killed));
            await(() -> other.total() > before + acknowledged + WRITERS);
            System.out.printf("killed, its duties are taken over after %d ms (promised: 30000)%n", millisSince(killed));
            keeper.start();
            for (var writer : writers) {
                writer.get();
            }
        }
        keeper.awaitReady();
        System.out.printf("publications acknowledged: %d%n", done.get());
        for (var node : List.of(other, keeper)) {
            await(() -> node.total() == before + PUBLICATIONS, () -> found(node, name));
            for (var number = 0; number < PUBLICATIONS; number += 17) {
                assertThat(served(node, name, number)).isEqualTo(200);
                assertThat(found(node, name, number)).isEqualTo(1);
            }
        }
        await(() -> other.isIndexWhole());
    }

    /** What there is instead of all, to tell what was lost from what is not indexed. */
    private static String found(TestingNode node, String name) throws IOException, InterruptedException {
        var missing = new ArrayList<String>();
        for (var number = 0; number < PUBLICATIONS; number++) {
            var served = served(node, name, number);
            var found = found(node, name, number);
            if (served != 200 || found != 1) {
                missing.add("%d: read with %d, found %d times".formatted(number, served, found));
            }
        }
        var verified = node.admin("POST", "/.rest/ops/index/verify", "application/json", "");
        var status = node.admin("GET", "/.rest/ops/status", "application/json", "");
        return "%d found; %s; the index: %s; the node: %s"
                .formatted(node.total(), missing, verified.body(), status.body());
    }

    private static int served(TestingNode node, String name, int number) throws IOException, InterruptedException {
        return node.get("/.rest/delivery/articles/%s-%d".formatted(name, number))
                .statusCode();
    }

    private static int found(TestingNode node, String name, int number) throws IOException, InterruptedException {
        return node.total("title=" + title(name, number).replace(" ", "%20"));
    }

    private static void publishUntilAcknowledged(String id, TestingNode first, TestingNode otherwise) throws Exception {
        var node = first;
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var status = node.publish(id).statusCode();
                if (status == 200) {
                    return;
                }
                assertThat(status).as("writes are refused clearly").isEqualTo(503);
            } catch (IOException killed) {
                node = otherwise;
            }
            assertThat(System.nanoTime()).as("still not published").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    @Order(4)
    void withoutTheDatabaseWritesAreRefusedAndPublishedContentIsServedUntilItIsBack() throws Exception {
        // The one node has never read it, but knows that it is there: it sees all saves of the other before it makes
        // its own.
        var session = two.logIn();
        var id = ids("cut", 1).getFirst();
        var reading = new AtomicBoolean(true);
        var slowest = 0L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : List.of(one, two)) {
                await(() -> node.get(FIRST).statusCode() == 200);
            }
            network.cut();
            var readers = List.of(one, two).stream()
                    .map(node -> threads.submit(() -> read(node, reading)))
                    .toList();
            try {
                var cut = System.nanoTime();
                assertRefusedClearly(one.withSession(session, "/.rest/editor/v1/me"));
                while (System.nanoTime() - cut < CUT.toNanos()) {
                    var begun = System.nanoTime();
                    assertRefusedClearly(one.publish(id));
                    slowest = Math.max(slowest, millisSince(begun));
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            } finally {
                // Else the readers would never end, and what failed would never be told.
                network.mend();
                reading.set(false);
            }
            for (var reader : readers) {
                assertThat(reader.get()).as("reads while the database was away").isPositive();
            }
        }
        var mended = System.nanoTime();
        await(() -> one.publish(id).statusCode() == 200 && two.publish(id).statusCode() < 500);
        System.out.printf(
                "cut off, the slowest write was refused after %d ms; mended, writes go on after %d ms (promised: 30000)%n",
                slowest, millisSince(mended));
        System.out.printf("given up and started again meanwhile: %d%n", one.givenUp() + two.givenUp());
        await(() -> two.get("/.rest/delivery/articles/cut-0").statusCode() == 200);
        await(() -> one.total("title=Cut%200") == 1);
    }

    private static void assertRefusedClearly(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /** Answers how many reads there were, of which none failed. */
    private static int read(TestingNode node, AtomicBoolean reading) throws Exception {
        var reads = 0;
        while (reading.get()) {
            var answer = node.get(FIRST);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            reads++;
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return reads;
    }

    @Test
    @Order(5)
    void noReadFailsWhileTheNodesAreRestartedOneAfterTheOther() throws Exception {
        one.awaitReady();
        two.awaitReady();
        var reading = new AtomicBoolean(true);
        var failed = new ConcurrentLinkedQueue<String>();
        var reads = new AtomicInteger();
        try (var balancer = new TestingBalancer(one, two);
                var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var path :
                    List.of(FIRST, "/.rest/delivery/articles?title=Seen%20" + (ROUNDS - 1) + "&facets=country")) {
                threads.submit(() -> {
                    while (reading.get()) {
                        var answer = client.send(
                                HttpRequest.newBuilder(balancer.uri(path)).build(), BodyHandlers.ofString());
                        if (answer.statusCode() != 200 || !answer.body().contains("title")) {
                            failed.add(answer.statusCode() + " " + answer.body());
                        }
                        reads.incrementAndGet();
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                    return null;
                });
            }
            try {
                for (var node : List.of(one, two)) {
                    node.stop();
                    node.start().awaitReady();
                }
            } finally {
                reading.set(false);
            }
        }
        System.out.printf("%d reads while both nodes were restarted%n", reads.get());
        assertThat(failed).isEmpty();
        assertThat(reads.get()).isPositive();
    }

    private static List<String> ids(String name, int count) throws Exception {
        var lines = IntStream.range(0, count)
                .mapToObj(number ->
                        "{\"externalId\":\"%s:%d\",\"title\":\"%s\"}".formatted(name, number, title(name, number)))
                .collect(Collectors.joining("\n"));
        var report =
                one.admin("POST", "/.rest/editor/v1/imports?type=article&publish=false", "application/x-ndjson", lines);
        assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
        var ids = new ArrayList<String>();
        report.body()
                .lines()
                .map(JSON::readTree)
                .filter(line -> line.has("id"))
                .forEach(line -> ids.add(line.get("id").asString()));
        assertThat(ids).as(report.body()).hasSize(count);
        var last = TestingApplication.ENTRIES + "article/" + ids.getLast();
        await(() -> two.admin("GET", last, "application/json", "").statusCode() == 200);
        return ids;
    }

    private static String title(String name, int number) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + number;
    }

    private static void await(Condition condition) throws Exception {
        await(condition, () -> "still waiting");
    }

    private static void await(Condition condition, Callable<String> instead) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(instead.call());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }
}
