package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import eu.nephele.platform.wording.Wording;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Publishes and unpublishes at given times, each once, whatever happens to the node that began it. */
public final class Schedule {

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    /** After it, whoever began is taken for dead. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** @param at in the zone, such as 2026-11-30T09:00 in Europe/Belgrade */
    public record Plan(
            ScheduledDeed.Action action,
            String at,
            String zone,
            @Nullable List<String> locales,
            boolean withReferences) {}

    private final ContentRepository repository;
    private final PublishEntry publishEntry;
    private final UnpublishEntry unpublishEntry;
    private final Documents<ScheduledDeed> deeds;
    private final Function<String, Optional<Actor>> actors;
    private final Function<String, String> languages;
    private final Consumer<ScheduledDeed> told;
    private final Lease lease;
    private final Clock clock;

    /**
     * @param actors who somebody is at that time, by name
     * @param languages in which somebody is told of a failure, by name
     * @param told of each deed that was done or failed
     */
    public Schedule(
            ContentRepository repository,
            PublishEntry publishEntry,
            UnpublishEntry unpublishEntry,
            Documents<ScheduledDeed> deeds,
            Function<String, Optional<Actor>> actors,
            Function<String, String> languages,
            Consumer<ScheduledDeed> told,
            Lease lease,
            Clock clock) {
        this.repository = repository;
        this.publishEntry = publishEntry;
        this.unpublishEntry = unpublishEntry;
        this.deeds = deeds;
        this.actors = actors;
        this.languages = languages;
        this.told = told;
        this.lease = lease;
        this.clock = clock;
    }

    /** @throws PlatformException BAD_REQUEST for a time that is past, or that there is not in the zone; ACCESS_DENIED */
    public ScheduledDeed plan(Actor actor, String contentType, String entry, Plan plan) {
        repository.read(actor, reader -> {
            var location = reader.locate(Perspective.DRAFT, entry)
                    .orElseThrow(() -> new PlatformException(
                            ErrorCode.ENTRY_NOT_FOUND, say("There is no %s with the id `%s`", contentType, entry)));
            actor.require(Action.PUBLISH, reader.subject(location));
            return location;
        });
        var deed = new ScheduledDeed(
                UUID.randomUUID().toString(),
                contentType,
                entry,
                plan.action(),
                instant(plan),
                plan.zone(),
                plan.locales() == null ? List.of() : plan.locales(),
                plan.withReferences(),
                actor.name(),
                ScheduledDeed.State.waiting,
                null,
                null);
        deeds.put(OPEN, deed.id(), deed);
        return deed;
    }

    private Instant instant(Plan plan) {
        try {
            var local = LocalDateTime.parse(plan.at());
            var zoned = local.atZone(ZoneId.of(plan.zone()));
            if (!zoned.toLocalDateTime().equals(local)) {
                throw refusal(
                        "at",
                        say("%s does not exist in %s, where the clocks are put forward then", plan.at(), plan.zone()));
            }
            var at = zoned.toInstant();
            if (!at.isAfter(clock.instant()) || at.isAfter(clock.instant().plus(FARTHEST))) {
                throw refusal("at", say("must lie ahead, by ten years at most"));
            }
            return at;
        } catch (DateTimeException e) {
            throw refusal("at", say("write the time as 2026-11-30T09:00 and the zone as Europe/Belgrade"));
        }
    }

    private static PlatformException refusal(String field, String message) {
        return new PlatformException(ErrorCode.BAD_REQUEST, message, List.of(new FieldError(field, "time", message)));
    }

    /** What is planned for entries that the actor may read, by time; with what is over, if asked. */
    public List<ScheduledDeed> list(Actor actor, @Nullable String entry, boolean over) {
        var found = new java.util.ArrayList<>(deeds.list(OPEN));
        if (over) {
            found.addAll(deeds.list(CLOSED));
        }
        return repository.read(
                actor,
                reader -> found.stream()
                        .filter(deed -> entry == null || deed.entry().equals(entry))
                        .filter(deed ->
                                reader.locate(Perspective.DRAFT, deed.entry()).isPresent())
                        .sorted(Comparator.comparing(ScheduledDeed::at))
                        .toList());
    }

    public ScheduledDeed cancel(Actor actor, String id) {
        var deed = deeds.find(OPEN, id)
                .orElseThrow(
                        () -> new PlatformException(ErrorCode.PATH_NOT_FOUND, say("Nothing is planned as `%s`", id)));
        repository.read(actor, reader -> {
            reader.locate(Perspective.DRAFT, deed.entry())
                    .ifPresent(location -> actor.require(Action.PUBLISH, reader.subject(location)));
            return deed;
        });
        return close(deed, ScheduledDeed.State.cancelled, null);
    }

    /** Does what is due, if this node has the duty; to be called every second, by one thread. */
    public void tick() {
        if (!lease.isHeld()) {
            return;
        }
        for (var deed : deeds.list(OPEN)) {
            if (!deed.at().isAfter(clock.instant())) {
                fire(deed.id());
            }
        }
    }

    private void fire(String id) {
        var again = new boolean[1];
        var mine = new boolean[1];
        var claimed = deeds.update(OPEN, id, deed -> {
            if (deed == null || deed.state() == ScheduledDeed.State.waiting) {
                mine[0] = deed != null;
                return deed == null ? null : deed.with(ScheduledDeed.State.firing, clock.instant(), null);
            }
            again[0] = deed.firedAt() != null
                    && deed.firedAt().isBefore(clock.instant().minus(LONGEST));
            return deed;
        });
        if (claimed.isEmpty() || !mine[0] && !again[0]) {
            return;
        }
        var deed = claimed.get();
        try {
            if (!again[0] || !happened(deed)) {
                Wording.in(languages.apply(deed.by()), () -> {
                    run(deed);
                    return null;
                });
            }
            close(deed, ScheduledDeed.State.done, null);
        } catch (PlatformException refusal) {
            close(deed, ScheduledDeed.State.failed, refusal.getMessage());
        }
    }

    private void run(ScheduledDeed deed) {
        var actor = actors.apply(deed.by())
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ACCESS_DENIED, say("%s, who planned it, has no account any more", deed.by())));
        if (deed.action() == ScheduledDeed.Action.publish) {
            publishEntry.publish(actor, deed.entry(), new PublishOptions(deed.withReferences(), deed.locales()));
        } else {
            unpublishEntry.unpublish(actor, deed.entry());
        }
    }

    /** Whether the one who began has done it before it died. */
    private boolean happened(ScheduledDeed deed) {
        return repository.read(Actor.system("schedule"), reader -> {
            var live = reader.locate(Perspective.LIVE, deed.entry()).isPresent();
            if (deed.action() == ScheduledDeed.Action.unpublish) {
                return !live;
            }
            return live
                    && reader.locate(Perspective.DRAFT, deed.entry())
                            .flatMap(at -> reader.node(at, 0))
                            .map(draft -> draft.value(SystemProperties.LAST_ACTIVATED))
                            .filter(value -> value instanceof Value.Moment(var moment)
                                    && deed.firedAt() != null
                                    && !moment.toInstant().isBefore(deed.firedAt()))
                            .isPresent();
        });
    }

    private ScheduledDeed close(ScheduledDeed deed, ScheduledDeed.State state, @Nullable String message) {
        var closed = deed.with(state, deed.firedAt(), message);
        deeds.put(CLOSED, deed.id(), closed);
        deeds.remove(OPEN, deed.id());
        told.accept(closed);
        return closed;
    }
}
