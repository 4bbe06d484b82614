package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.content.ContentNode;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Agreement of all partner organisations on one version of a document. It is agreed when the last of them has agreed, and that version never
 * changes again; who edits the draft after a round began has to open a new round, with a new version.
 */
public final class Agreements {

    private static final int MOST_PARTNERS = 200;
    private static final Actor SYSTEM = Actor.system("agreement");

    public record Consent(String organisation, String by, Instant at) {}

    /**
     * @param revision of the draft that its version was made of
     * @param partners ids of the organisations that have to agree
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Round(
            int number,
            String entry,
            String version,
            String revision,
            List<String> partners,
            List<Consent> consents,
            String openedBy,
            Instant openedAt,
            @Nullable Instant agreedAt) {

        Round with(List<Consent> newConsents, @Nullable Instant agreed) {
            return new Round(
                    number, entry, version, revision, partners, List.copyOf(newConsents), openedBy, openedAt, agreed);
        }

        List<String> missing() {
            var agreed = consents.stream().map(Consent::organisation).toList();
            return partners.stream()
                    .filter(partner -> !agreed.contains(partner))
                    .toList();
        }
    }

    /**
     * @param state {@code collecting}, {@code agreed}, or {@code outdated} where the draft was changed before all had agreed
     * @param missing the organisations that have not agreed yet
     * @param changedSince whether the draft is another by now
     */
    public record Status(Round round, String state, List<String> missing, boolean changedSince) {}

    public enum Kind {
        asked,
        agreed,
        withdrawn
    }

    /** @param organisation that withdrew; null where all are concerned */
    public record Event(
            Kind kind, String by, Round round, @Nullable String organisation) {}

    private final ContentRepository repository;
    private final Documents<Round> rounds;
    private final Consumer<Event> told;
    private final Clock clock;

    /** @param told of what partners, or who asked them, should know */
    public Agreements(ContentRepository repository, Documents<Round> rounds, Consumer<Event> told, Clock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.told = told;
        this.clock = clock;
    }

    /** All rounds, the latest first. */
    public List<Status> of(Actor actor, String entry) {
        var draft = draft(actor, entry);
        return rounds.list(entry).stream()
                .sorted(Comparator.comparingInt(Round::number).reversed())
                .map(round -> status(round, draft))
                .toList();
    }

    /** Opens a round on the draft as it is now. Refused while another one collects. */
    public Status open(Actor actor, String entry, List<String> partners) {
        var draft = draft(actor, entry);
        actor.require(Action.WRITE, Subjects.of(repository, entry));
        var distinct = partners.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MOST_PARTNERS) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("A round needs 1 to %d partner organisations", MOST_PARTNERS));
        }
        var latest = latest(entry);
        if (latest.map(round -> status(round, draft))
                .filter(status -> status.state().equals("collecting"))
                .isPresent()) {
            throw new PlatformException(ErrorCode.NAME_TAKEN, say("The partners are being asked already"));
        }
        var version = repository.createVersion(actor, entry);
        var round = new Round(
                latest.map(Round::number).orElse(0) + 1,
                entry,
                version.name(),
                revision(draft),
                distinct,
                List.of(),
                actor.name(),
                clock.instant(),
                null);
        rounds.put(entry, key(round), round);
        told.accept(new Event(Kind.asked, actor.name(), round, null));
        return status(round, draft);
    }

    /**
     * An organisation agrees, by somebody who acts for it.
     *
     * @throws PlatformException ACCESS_DENIED for another's organisation, STALE_REVISION where the draft was changed since
     */
    public Status agree(Actor actor, String entry, String organisation) {
        var draft = draft(actor, entry);
        var round = asked(actor, entry, organisation);
        var changed = changedSince(round, draft);
        var wasOpen = new boolean[1];
        var agreed = rounds.update(entry, key(round), before -> {
            var now = before == null ? round : before;
            wasOpen[0] = now.agreedAt() == null;
            if (now.agreedAt() != null) {
                return now;
            }
            if (changed) {
                throw new PlatformException(
                        ErrorCode.STALE_REVISION,
                        say("The draft was changed after version %s: open a new round", now.version()));
            }
            if (!now.partners().contains(organisation)) {
                throw new PlatformException(
                        ErrorCode.BAD_REQUEST, say("The organisation `%s` is not asked in this round", organisation));
            }
            return consented(now, actor, organisation);
        });
        var now = agreed.orElseThrow();
        if (wasOpen[0] && now.agreedAt() != null) {
            told.accept(new Event(Kind.agreed, actor.name(), now, null));
        }
        return status(now, draft);
    }

    /**
     * An organisation takes its consent back, as long as others are missing.
     *
     * @throws PlatformException ACCESS_DENIED for another's organisation, NAME_TAKEN once all have agreed
     */
    public Status withdraw(Actor actor, String entry, String organisation) {
        var draft = draft(actor, entry);
        var round = asked(actor, entry, organisation);
        var had = round.consents().stream()
                .anyMatch(consent -> consent.organisation().equals(organisation));
        var left = rounds.update(entry, key(round), before -> {
                    var now = before == null ? round : before;
                    if (now.agreedAt() != null) {
                        throw new PlatformException(
                                ErrorCode.NAME_TAKEN,
                                say(
                                        "All partners have agreed on version %s, which stays as it is: change the draft and open a new version",
                                        now.version()));
                    }
                    return now.with(
                            now.consents().stream()
                                    .filter(consent -> !consent.organisation().equals(organisation))
                                    .toList(),
                            null);
                })
                .orElseThrow();
        if (had) {
            told.accept(new Event(Kind.withdrawn, actor.name(), left, organisation));
        }
        return status(left, draft);
    }

    /** The latest round, to somebody who acts for the organisation. */
    private Round asked(Actor actor, String entry, String organisation) {
        var round = latest(entry)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.PATH_NOT_FOUND, say("Nobody has asked the partners to agree yet")));
        if (!actor.organisations().contains(organisation) && !actor.roles().contains("superuser")) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED,
                    say("%s does not act for the organisation `%s`", actor.name(), organisation),
                    List.of(),
                    Map.of("whoCanGrant", actor.grantors()));
        }
        return round;
    }

    private Round consented(Round round, Actor actor, String organisation) {
        var consents = new ArrayList<>(round.consents());
        if (consents.stream().noneMatch(consent -> consent.organisation().equals(organisation))) {
            consents.add(new Consent(organisation, actor.name(), clock.instant()));
        }
        var all = consents.size() == round.partners().size();
        return round.with(consents, all ? clock.instant() : null);
    }

    /** The version that all have agreed on; refuses with INVALID_ENTRY naming those who have not. */
    public String requireAgreed(Actor actor, String entry) {
        var round = latest(entry);
        var missing = round.map(Round::missing).orElse(List.of("@all"));
        if (round.isPresent() && round.get().agreedAt() != null) {
            return round.get().version();
        }
        throw new PlatformException(
                ErrorCode.INVALID_ENTRY,
                round.map(open -> say(
                                "%d of %d partners have agreed",
                                open.consents().size(), open.partners().size()))
                        .orElse(say("Nobody has asked the partners to agree yet")),
                missing.stream()
                        .map(partner -> new FieldError(partner, "agreement", say("has not agreed")))
                        .toList());
    }

    /** What stands against the draft, as it is, being agreed; empty when all have agreed on it. */
    Optional<String> obstacle(String entry) {
        var round = latest(entry).orElse(null);
        if (round == null) {
            return Optional.of(say("nobody has asked the partners to agree yet"));
        }
        if (changedSince(round, draft(SYSTEM, entry))) {
            return Optional.of(say("the draft was changed after version %s", round.version()));
        }
        return round.agreedAt() != null
                ? Optional.empty()
                : Optional.of(say(
                        "%d of %d partners have agreed",
                        round.consents().size(), round.partners().size()));
    }

    private Optional<Round> latest(String entry) {
        return rounds.list(entry).stream().max(Comparator.comparingInt(Round::number));
    }

    private Status status(Round round, ContentNode draft) {
        var changed = changedSince(round, draft);
        var state = round.agreedAt() != null ? "agreed" : changed ? "outdated" : "collecting";
        return new Status(round, state, round.missing(), changed);
    }

    /** Publishing gives a draft another revision too, and changes nothing of what was agreed. */
    private boolean changedSince(Round round, ContentNode draft) {
        if (round.revision().equals(revision(draft))) {
            return false;
        }
        return repository
                .version(SYSTEM, round.entry(), round.version())
                .filter(version -> saysTheSame(version, draft(SYSTEM, round.entry())))
                .isEmpty();
    }

    private static boolean saysTheSame(ContentNode one, ContentNode other) {
        if (!written(one).equals(written(other))
                || one.children().size() != other.children().size()) {
            return false;
        }
        return one.children().stream()
                .allMatch(child -> other.child(child.name())
                        .filter(same -> saysTheSame(child, same))
                        .isPresent());
    }

    private static Map<String, Value> written(ContentNode node) {
        var properties = new HashMap<>(node.properties());
        properties.keySet().removeIf(SystemProperties::isSystem);
        return properties;
    }

    private ContentNode draft(Actor actor, String entry) {
        return repository
                .read(
                        actor,
                        reader -> reader.locate(Perspective.DRAFT, entry)
                                .flatMap(at -> reader.node(at, Integer.MAX_VALUE)))
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ENTRY_NOT_FOUND, say("There is no entry with the id `%s`", entry)));
    }

    private static String revision(ContentNode draft) {
        var revision = draft.text(SystemProperties.REVISION);
        return revision == null ? "" : revision;
    }

    private static String key(Round round) {
        return "%06d".formatted(round.number());
    }
}
