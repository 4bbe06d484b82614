package eu.nephele.platform.publishing;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.repository.RepositorySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {

    private final List<ScheduledDeed> told = new ArrayList<>();

    private Schedule schedule(TestingDesk desk, String now, boolean duty) {
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new Schedule(
                desk.repository,
                new PublishEntry(desk.repository, () -> desk.definitions, clock),
                new UnpublishEntry(desk.repository, () -> desk.definitions, clock),
                new Documents<>(desk.repository, "schedule", ScheduledDeed.class),
                name -> name.equals("editor") ? Optional.of(EDITOR) : Optional.empty(),
                _ -> "en",
                told::add,
                () -> duty,
                clock);
    }

    private static Schedule.Plan plan(ScheduledDeed.Action action, String at, String zone) {
        return new Schedule.Plan(action, at, zone, null, false);
    }

    private static boolean isLive(TestingDesk desk, String id) {
        return desk.find(Perspective.LIVE, id).isPresent();
    }

    @Test
    void whatIsPlannedInATimeZoneIsDoneThenAndOnceAfterARestartToo(@TempDir Path folder) {
        String id;
        try (var desk = new TestingDesk(RepositorySettings.in(folder))) {
            id = desk.createCluster("Wood").id();
            var schedule = schedule(desk, "2026-11-30T07:00:00Z", true);
            var deed = schedule.plan(
                    EDITOR, "cluster", id, plan(ScheduledDeed.Action.publish, "2026-11-30T09:00", "Europe/Belgrade"));
            schedule.plan(
                    EDITOR, "cluster", id, plan(ScheduledDeed.Action.unpublish, "2026-12-01T09:00", "Europe/Belgrade"));
            assertThat(deed.at()).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
            schedule.tick();
            assertThat(isLive(desk, id)).isFalse();
        }
        try (var desk = new TestingDesk(RepositorySettings.in(folder))) {
            schedule(desk, "2026-11-30T08:00:01Z", false).tick();
            assertThat(isLive(desk, id)).isFalse();
            var schedule = schedule(desk, "2026-11-30T08:00:01Z", true);
            schedule.tick();
            var revision = desk.repository.lastRevision();
            schedule.tick();
            assertThat(isLive(desk, id)).isTrue();
            assertThat(desk.repository.lastRevision()).isEqualTo(revision);
            assertThat(schedule.list(EDITOR, id, false)).hasSize(1);
            schedule(desk, "2026-12-02T00:00:00Z", true).tick();
            assertThat(isLive(desk, id)).isFalse();
            assertThat(told)
                    .extracting(ScheduledDeed::state)
                    .containsExactly(ScheduledDeed.State.done, ScheduledDeed.State.done);
        }
    }

    @Test
    void whatANodeBeganBeforeItDiedIsFinishedByAnotherAndNotDoneTwice() {
        try (var desk = new TestingDesk()) {
            var documents = new Documents<>(desk.repository, "schedule", ScheduledDeed.class);
            var undone = desk.createCluster("Undone").id();
            var done = desk.createCluster("Done").id();
            var planner = schedule(desk, "2026-11-30T07:00:00Z", true);
            for (var id : List.of(undone, done)) {
                var deed = planner.plan(
                        EDITOR, "cluster", id, plan(ScheduledDeed.Action.publish, "2026-11-30T08:00", "UTC"));
                documents.put(
                        "open",
                        deed.id(),
                        deed.with(ScheduledDeed.State.firing, Instant.parse("2026-11-30T08:00:00Z"), null));
            }
            var clock = Clock.fixed(Instant.parse("2026-11-30T08:00:01Z"), ZoneOffset.UTC);
            new PublishEntry(desk.repository, () -> desk.definitions, clock)
                    .publish(EDITOR, done, PublishOptions.DEFAULTS);
            var published = desk.draft(done);

            schedule(desk, "2026-11-30T08:00:30Z", true).tick();
            assertThat(isLive(desk, undone)).isFalse();
            schedule(desk, "2026-11-30T08:05:00Z", true).tick();

            assertThat(isLive(desk, undone)).isTrue();
            assertThat(desk.draft(done)).isEqualTo(published);
            assertThat(told)
                    .extracting(ScheduledDeed::state)
                    .containsOnly(ScheduledDeed.State.done)
                    .hasSize(2);
        }
    }

    @Test
    void whatCannotBePublishedFailsWithItsReason() {
        try (var desk = new TestingDesk()) {
            var id = desk.create("cluster", java.util.Map.of("title", "x")).id();
            var schedule = schedule(desk, "2026-11-30T07:00:00Z", true);
            schedule.plan(EDITOR, "cluster", id, plan(ScheduledDeed.Action.publish, "2026-11-30T08:00", "UTC"));
            schedule.plan(
                    Actor.administrator("left"),
                    "cluster",
                    id,
                    plan(ScheduledDeed.Action.publish, "2026-11-30T08:00", "UTC"));
            var cancelled =
                    schedule.plan(EDITOR, "cluster", id, plan(ScheduledDeed.Action.publish, "2026-11-30T08:00", "UTC"));
            schedule.cancel(EDITOR, cancelled.id());

            schedule(desk, "2026-11-30T08:00:00Z", true).tick();

            assertThat(told)
                    .extracting(ScheduledDeed::state)
                    .containsExactlyInAnyOrder(
                            ScheduledDeed.State.cancelled, ScheduledDeed.State.failed, ScheduledDeed.State.failed);
            assertThat(told)
                    .filteredOn(deed -> deed.by().equals("left"))
                    .first()
                    .extracting(ScheduledDeed::message)
                    .asString()
                    .contains("no account");
        }
    }

    @Test
    void aTimeThatIsPastOrThatThereIsNotIsRefused() {
        try (var desk = new TestingDesk()) {
            var id = desk.createCluster("Wood").id();
            var schedule = schedule(desk, "2026-01-01T00:00:00Z", true);
            for (var plan : List.of(
                    plan(ScheduledDeed.Action.publish, "2025-12-31T09:00", "UTC"),
                    plan(ScheduledDeed.Action.publish, "2026-03-29T02:30", "Europe/Belgrade"),
                    plan(ScheduledDeed.Action.publish, "tomorrow", "UTC"),
                    plan(ScheduledDeed.Action.publish, "2026-03-29T09:00", "Nowhere/City"))) {
                assertThatThrownBy(() -> schedule.plan(EDITOR, "cluster", id, plan))
                        .isInstanceOf(PlatformException.class);
            }
        }
    }
}
