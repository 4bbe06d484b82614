package eu.nephele.platform.publishing;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import eu.nephele.platform.validation.EntryValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes entries from readers when the consent of those who are seen or heard in them was withdrawn, is over, or is gone from a file that they show; see
 * {@code validation: { consent: true }}. What an editor writes in the draft counts at once: nobody has to publish a withdrawal.
 */
public final class EndedConsent {

    private static final Logger LOG = LoggerFactory.getLogger(EndedConsent.class);
    private static final Actor ACTOR = Actor.system("ended-consent");
    private static final String ASSETS = "dam";
    /** A day can end without any change. */
    private static final Duration BETWEEN_LOOKS_AT_ALL = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    /**
     * An entry that was taken from readers.
     *
     * @param reason what the rule says
     * @param people who wrote or published it
     */
    public record Ended(String contentType, String entry, String path, String reason, Set<String> people) {

        public Ended {
            people = Set.copyOf(people);
        }
    }

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;
    private final UnpublishEntry unpublishEntry;
    private final Consumer<Ended> told;
    private final Lease lease;
    private final Clock clock;
    private Instant nextLookAtAll = Instant.EPOCH;
    private long seen;

    public EndedConsent(
            ContentRepository repository,
            Supplier<Definitions> definitions,
            UnpublishEntry unpublishEntry,
            Consumer<Ended> told,
            Lease lease,
            Clock clock) {
        this.repository = repository;
        this.definitions = definitions;
        this.unpublishEntry = unpublishEntry;
        this.told = told;
        this.lease = lease;
        this.clock = clock;
    }

    /** Looks at what changed, and every hour at all, if this node has the duty; to be called every second, by one thread. */
    public void tick() {
        if (!lease.isHeld()) {
            nextLookAtAll = Instant.EPOCH;
            return;
        }
        if (!clock.instant().isBefore(nextLookAtAll)) {
            seen = repository.lastRevision();
            nextLookAtAll = clock.instant().plus(BETWEEN_LOOKS_AT_ALL);
            lookAtAll();
            return;
        }
        var changes = repository.changesAfter(seen, AT_ONCE);
        if (changes.isEmpty()) {
            return;
        }
        var concerned = new LinkedHashSet<String>();
        repository.read(ACTOR, reader -> {
            for (var change : changes) {
                if (change.workspace().equals(ASSETS)) {
                    reader.referrers(Perspective.LIVE, change.id()).stream()
                            .flatMap(at -> reader.node(at, 0).stream())
                            .forEach(entry -> concerned.add(entry.id()));
                } else if (!types(change.workspace()).isEmpty()) {
                    concerned.add(change.id());
                }
            }
            return concerned;
        });
        concerned.forEach(this::look);
        seen = changes.getLast().revision();
    }

    /** Looks at every live entry that needs a consent; answers those that were taken away. */
    public List<Ended> lookAtAll() {
        var live = repository.read(ACTOR, reader -> {
            var found = new ArrayList<String>();
            types(null)
                    .forEach(type -> reader.walk(
                            Perspective.LIVE,
                            type.workspace(),
                            Set.of(type.nodeType()),
                            entry -> found.add(entry.id())));
            return found;
        });
        return live.stream().flatMap(id -> look(id).stream()).toList();
    }

    private Optional<Ended> look(String id) {
        var ended = repository.read(ACTOR, reader -> ended(reader, id));
        ended.ifPresent(over -> {
            try {
                unpublishEntry.unpublish(ACTOR, id);
                LOG.warn("{} {} is not shown any more: {}", over.contentType(), over.path(), over.reason());
                told.accept(over);
            } catch (PlatformException refusal) {
                LOG.error("{} {} should not be shown any more, but is: {}", over.contentType(), over.path(), refusal);
            }
        });
        return ended;
    }

    private Optional<Ended> ended(ContentReader reader, String id) {
        var live = reader.locate(Perspective.LIVE, id);
        if (live.isEmpty()) {
            return Optional.empty();
        }
        // The draft knows of a withdrawal first; what is live may show what the draft does not any more.
        return Stream.of(reader.locate(Perspective.DRAFT, id), live)
                .flatMap(Optional::stream)
                .flatMap(at -> ended(reader, at).stream())
                .findFirst();
    }

    private Optional<Ended> ended(ContentReader reader, Location at) {
        var entry = reader.node(at, Integer.MAX_VALUE).orElseThrow();
        return types(at.workspace()).stream()
                .filter(type -> type.nodeType().equals(entry.nodeType()))
                .flatMap(type -> new EntryValidator(
                                definitions.get(), new PublicationLookups(definitions.get(), reader, Set.of()))
                        .checkConsent(type, entry).stream()
                                .map(error -> new Ended(
                                        type.name(),
                                        entry.id(),
                                        entry.path(),
                                        "%s: %s".formatted(error.field(), error.message()),
                                        people(reader, entry))))
                .findFirst();
    }

    private static Set<String> people(ContentReader reader, ContentNode entry) {
        var draft = reader.locate(Perspective.DRAFT, entry.id()).flatMap(at -> reader.node(at, 0));
        var people = new TreeSet<String>();
        Stream.of(SystemProperties.CREATED_BY, SystemProperties.LAST_MODIFIED_BY, SystemProperties.LAST_ACTIVATED_BY)
                .map(draft.orElse(entry)::text)
                .filter(Objects::nonNull)
                .filter(name -> !name.startsWith("system:"))
                .forEach(people::add);
        return people;
    }

    /** The types of which some property needs a consent. @param workspace null for those of all */
    private List<ContentType> types(@Nullable String workspace) {
        return definitions.get().contentTypes().values().stream()
                .filter(type -> workspace == null || type.workspace().equals(workspace))
                .filter(type -> Stream.concat(Stream.of(type.model()), type.model().subModels().stream())
                        .flatMap(model -> model.properties().stream())
                        .map(Property::validation)
                        .anyMatch(rules -> rules.consent()))
                .toList();
    }
}
