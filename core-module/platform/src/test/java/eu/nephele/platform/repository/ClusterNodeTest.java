package eu.nephele.platform.repository;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.repository.Leases.DeadNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that watch each other, and a third that has died. */
class ClusterNodeTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DUTY = "index";

    private final Database database = Database.open(TestingPostgresql.database(TIMEOUT));
    private final List<Integer> begun = new CopyOnWriteArrayList<>();
    private final List<Integer> recovered = new CopyOnWriteArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private int dead;

    @BeforeEach
    void oneDies() {
        Leases.createTable(database);
        dead = 1;
        var died = new Leases(database, "died", TIMEOUT);
        assertThat(died.takeNumber(dead, "elsewhere")).isTrue();
        assertThat(died.take(DUTY)).isTrue();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ClusterNode join(String name, Consumer<DeadNode> recovery) {
        var node = ClusterNode.join(database, name, TIMEOUT);
        node.onLost(() -> lost.add(name));
        node.recoverOthers(recovery);
        return node;
    }

    @Test
    void whoRecoversForLongIsNotTakenForDeadMeanwhile() throws Exception {
        Consumer<DeadNode> slowly = node -> {
            begun.add(node.number());
            sleep(TIMEOUT.multipliedBy(3));
            recovered.add(node.number());
        };
        try (var one = join("one", slowly);
                var two = join("two", slowly)) {
            awaitRecovered();
            one.requireInTouch();
            two.requireInTouch();
        }
        assertThat(begun).as("by one node, once").containsExactly(dead);
        assertThat(lost).isEmpty();
    }

    @Test
    void aRecoveryThatFailsIsTriedAgain() throws Exception {
        Consumer<DeadNode> atSecondTry = node -> {
            begun.add(node.number());
            if (begun.size() == 1) {
                throw new IllegalStateException("not this time");
            }
            recovered.add(node.number());
        };
        try (var one = join("one", atSecondTry)) {
            awaitRecovered();
            one.requireInTouch();
        }
        assertThat(begun).containsExactly(dead, dead);
    }

    @Test
    void whoGoesOnWithADutyOfTheDeadSeesAllThatWasSaved() {
        var early = new CopyOnWriteArrayList<String>();
        var duties = new CopyOnWriteArrayList<Lease>();
        Consumer<DeadNode> slowly = node -> {
            sleep(TIMEOUT);
            duties.stream().filter(Lease::isHeld).forEach(duty -> early.add("taken before the recovery"));
            recovered.add(node.number());
        };
        try (var one = join("one", slowly);
                var two = join("two", slowly)) {
            duties.addAll(List.of(one.lease(DUTY), two.lease(DUTY)));
            awaitRecovered();
            await("the duty lies idle", () -> duties.stream().anyMatch(Lease::isHeld));
        }
        assertThat(early).isEmpty();
    }

    private void awaitRecovered() {
        await("still not recovered", () -> !recovered.isEmpty());
    }

    private static void await(String complaint, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(complaint).isLessThan(end);
            sleep(Duration.ofMillis(50));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
