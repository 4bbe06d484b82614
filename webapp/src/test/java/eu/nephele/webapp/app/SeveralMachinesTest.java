package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.repository.TestingPostgresql;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes, a database that can be cut off, and a proxy before them, each a process or server of its own, as in config/compose.yaml. */
@EnabledIfSystemProperty(
        named = "nephele.test.machines",
        matches = "true",
        disabledReason =
                "takes minutes, and is not steady yet where other work runs beside it: -Dnephele.test.machines=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralMachinesTest {

    private static final int PUBLICATIONS = 500;
    private static final int WRITERS = 4;
    private static final Duration PROMISED_TAKE_OVER = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static CuttableConnection network;
    private static TestingNode one;
    private static TestingNode two;

    @BeforeAll
    static void start() throws Exception {
        var database = TestingPostgresql.database(Duration.ofSeconds(15));
        network = new CuttableConnection(TestingPostgresql.port());
        var url = database.url().replace(":" + TestingPostgresql.port() + "/", ":" + network.port() + "/");
        one = new TestingNode(folder, "one", database, url).start();
        two = new TestingNode(folder, "two", database, url).start();
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
        await(() -> total(one, "") == 1 && total(two, "") == 1);
        assertThat(one.get("/.rest/delivery/articles/first").statusCode()).isEqualTo(200);
        assertThat(two.get("/.rest/delivery/articles/first").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whatIsPublishedOnOneNodeIsServedByTheOtherWithinHalfASecond() throws Exception {
        var id = ids("seen", 1).getFirst();
        publish(one, id);
        await(() -> two.get("/.rest/delivery/articles/seen-0").statusCode() == 200);
        var rounds = 100;
        var millis = new long[rounds];
        for (var round = 0; round < rounds; round++) {
            var writer = round % 2 == 0 ? one : two;
            var reader = round % 2 == 0 ? two : one;
            var title = "Seen " + round;
            change(writer, id, title);
            assertThat(publish(writer, id)).isEqualTo(200);
            var published = System.nanoTime();
            await(() -> reader.get("/.rest/delivery/articles/seen-0").body().contains(title));
            millis[round] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - published);
        }
        Arrays.sort(millis);
        System.out.printf("published on one node, served by the other: p50 %d ms, p99 %d ms%n", millis[50], millis[98]);
        assertThat(millis[98]).as("p99 in ms").isLessThan(isBusy() ? 10_000 : 2_000);
    }

    /** Whether other work on this machine makes times longer than they are: more than two tasks want each processor. */
    private static boolean isBusy() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() > 2.0 * machine.getAvailableProcessors();
    }

    private static void change(TestingNode node, String id, String title) throws Exception {
        for (var attempt = 0; attempt < 20; attempt++) {
            var draft = node.admin("GET", TestingApplication.ENTRIES + "article/" + id, "application/json", "");
            var body = "{\"title\": \"%s\", \"revision\": %s}"
                    .formatted(title, JSON.readTree(draft.body()).get("revision"));
            var answer = node.admin("PATCH", TestingApplication.ENTRIES + "article/" + id, "application/json", body);
            if (answer.statusCode() == 200) {
                return;
            }
            // Read a moment before the other node's last change was to be seen here: refused, not overwritten.
            assertThat(answer.statusCode()).as(answer.body()).isIn(409, 412);
        }
        throw new AssertionError("The draft changed twenty times between being read and being saved");
    }

    @Test
    @Order(3)
    void nothingIsLostOrDoubledWhenTheNodeWithTheDutiesIsKilledDuringFiveHundredPublications() throws Exception {
        var ids = ids("many", PUBLICATIONS);
        var before = total(two, "");
        var leaving = new AtomicBoolean();
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                        for (var number = next.getAndIncrement();
                                number < ids.size();
                                number = next.getAndIncrement()) {
                            publishUntilAcknowledged(ids.get(number), writer % 2 == 0 && !leaving.get() ? one : two);
                            done.incrementAndGet();
                        }
                        return null;
                    }))
                    .toList();
            await(() -> done.get() > PUBLICATIONS / 5);
            leaving.set(true);
            one.kill();
            var killed = System.nanoTime();
            var acknowledged = done.get();
            await(() -> total(two, "") > before + acknowledged + WRITERS);
            System.out.printf(
                    "the other node goes on %d ms after the kill%n", (System.nanoTime() - killed) / 1_000_000);
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(PROMISED_TAKE_OVER);
            one.start();
            for (var writer : writers) {
                writer.get();
            }
        }
        one.awaitReady();
        for (var node : List.of(two, one)) {
            await(() -> total(node, "") == before + PUBLICATIONS);
            for (var number = 0; number < PUBLICATIONS; number += 7) {
                assertThat(total(node, "&title=Many%20" + number)).isEqualTo(1);
            }
        }
    }

    private static void publishUntilAcknowledged(String id, TestingNode first) throws Exception {
        var node = first;
        while (true) {
            try {
                var status = publish(node, id);
                if (status == 200) {
                    return;
                }
                assertThat(status).isEqualTo(503);
            } catch (IOException killed) {
                node = two;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    @Order(4)
    void withoutTheDatabaseWritesFailQuicklyAndPublishedContentIsServedUntilItIsBack() throws Exception {
        var id = ids("cut", 1).getFirst();
        assertThat(one.get("/.rest/delivery/articles/first").statusCode()).isEqualTo(200);
        network.cut();
        var cut = System.nanoTime();
        var slowest = 0L;
        while (System.nanoTime() - cut < TimeUnit.SECONDS.toNanos(20)) {
            assertThat(one.get("/.rest/delivery/articles/first").statusCode()).isEqualTo(200);
            var begun = System.nanoTime();
            assertThat(publish(one, id)).isEqualTo(503);
            slowest = Math.max(slowest, System.nanoTime() - begun);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        network.mend();
        var mended = System.nanoTime();
        await(() -> publish(one, id) == 200);
        await(() -> publish(two, id) < 500);
        System.out.printf(
                "cut off, the slowest write was refused after %d ms; mended, writes go on after %d ms%n",
                slowest / 1_000_000, (System.nanoTime() - mended) / 1_000_000);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(25));
        assertThat(one.isRunning() && two.isRunning()).isTrue();
        await(() -> two.get("/.rest/delivery/articles/cut-0").statusCode() == 200);
    }

    @Test
    @Order(5)
    void noReadFailsWhileTheNodesAreRestartedOneAfterTheOther() throws Exception {
        var reading = new AtomicBoolean(true);
        var failed = new ConcurrentLinkedQueue<String>();
        var reads = new AtomicInteger();
        try (var balancer = new TestingBalancer(one, two);
                var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var path : List.of("/.rest/delivery/articles/first", "/.rest/delivery/articles?title=Many%201")) {
                threads.submit(() -> {
                    while (reading.get()) {
                        var answer = client.send(
                                HttpRequest.newBuilder(balancer.uri(path)).build(), BodyHandlers.ofString());
                        if (answer.statusCode() != 200 || !answer.body().contains("title")) {
                            failed.add(answer.statusCode() + " " + answer.body());
                        }
                        reads.incrementAndGet();
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
                .mapToObj(number -> "{\"externalId\":\"%s:%d\",\"title\":\"%s %d\"}"
                        .formatted(name, number, Character.toUpperCase(name.charAt(0)) + name.substring(1), number))
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
        assertThat(ids).hasSize(count);
        var last = TestingApplication.ENTRIES + "article/" + ids.getLast();
        await(() -> two.admin("GET", last, "application/json", "").statusCode() == 200);
        return ids;
    }

    /** The status of the answer. */
    private static int publish(TestingNode node, String id) throws IOException, InterruptedException {
        return node.admin("POST", TestingApplication.ENTRIES + "article/" + id + "/publish", "application/json", "")
                .statusCode();
    }

    private static int total(TestingNode node, String filter) throws IOException, InterruptedException {
        HttpResponse<String> answer = node.get("/.rest/delivery/articles?limit=1" + filter);
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body()).get("total").asInt()
                : -1;
    }

    private static void await(Condition condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }
}
