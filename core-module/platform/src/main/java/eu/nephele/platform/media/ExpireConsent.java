package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes assets from readers when the consent of the people in them has run out, and tells it: in the log, at the asset, and to those who answer for it. When the
 * consent is renewed, readers get it again.
 */
public final class ExpireConsent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireConsent.class);
    private static final Actor ACTOR = Actor.system("expire-consent");

    /**
     * An asset that readers do not get any more.
     *
     * @param day the last one of the consent
     * @param people who uploaded or described it, or wrote entries that show it
     */
    public record Ended(Asset asset, String day, Set<String> people) {

        public Ended {
            people = Set.copyOf(people);
        }
    }

    private final ContentRepository repository;
    private final TrashAsset trash;
    private final Consumer<Ended> told;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** @param told of each asset that was taken from readers */
    public ExpireConsent(ContentRepository repository, TrashAsset trash, Consumer<Ended> told, Clock clock) {
        this.told = told;
        this.repository = repository;
        this.trash = trash;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("expire-consent").unstarted(this::run);
    }

    /** Looks now, and every hour from now on: a consent ends at midnight where the server is. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                try {
                    expire();
                } catch (PlatformException failure) {
                    LOG.error("Consents were not looked at, the next try is in an hour: {}", failure.getMessage());
                }
            } while (!closing.await(1, TimeUnit.HOURS));
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at every live asset once; answers the ids of those that it took away. */
    public List<String> expire() {
        var today = LocalDate.now(clock);
        var expired = repository.read(ACTOR, reader -> {
            var found = new ArrayList<String>();
            reader.walk(Perspective.LIVE, Assets.WORKSPACE.name(), Set.of(AssetNodes.NODE_TYPE), asset -> {
                if (isExpired(asset, today)) {
                    found.add(asset.id());
                }
            });
            return found;
        });
        expired.forEach(this::expire);
        return expired;
    }

    /** To be called when an asset was described anew: takes it away at once where its consent is over, brings it back where that was renewed. */
    public void check(String id) {
        repository
                .read(ACTOR, reader -> Assets.locate(reader, Perspective.DRAFT, id))
                .filter(asset -> asset.value(AssetNodes.CONSENT_ENDED) != null)
                .filter(asset -> asset.value(SystemProperties.DELETED) == null)
                .filter(asset -> !isExpired(asset, LocalDate.now(clock)))
                .ifPresent(asset -> trash.restore(ACTOR, id));
        var over = repository.read(
                ACTOR,
                reader -> Assets.locate(reader, Perspective.LIVE, id)
                        .filter(asset -> isExpired(asset, LocalDate.now(clock)))
                        .isPresent());
        if (over) {
            expire(id);
        }
    }

    private void expire(String id) {
        var ended = repository.write(ACTOR, writer -> {
            var draft = Assets.locate(writer, Perspective.DRAFT, id);
            if (draft.isEmpty()
                    || writer.node(TrashAsset.at(draft.get()).in(Perspective.LIVE), 0)
                            .isEmpty()) {
                return Optional.<Ended>empty();
            }
            var at = TrashAsset.at(draft.get());
            var people = people(writer, draft.get());
            trash.takeOffline(writer, ACTOR, draft.get());
            var whole = writer.node(at, Integer.MAX_VALUE).orElseThrow();
            var marked = AssetNodes.with(
                    AssetNodes.with(whole, SystemProperties.ACTIVATION_STATUS, Value.of(false)),
                    AssetNodes.CONSENT_ENDED,
                    Value.of(true));
            AssetNodes.save(writer, ACTOR, at, marked, clock.instant());
            var day = String.valueOf(whole.text(AssetProperty.CONSENT_EXPIRES.key()));
            return Optional.of(new Ended(AssetNodes.asset(draft.get()), day, people));
        });
        ended.ifPresent(over -> {
            LOG.warn(
                    "The asset {} is not shown any more: the consent of those in it ended on {}",
                    over.asset().path(),
                    over.day());
            told.accept(over);
        });
    }

    private static Set<String> people(ContentReader reader, ContentNode asset) {
        var entries = Stream.of(asset.id(), "jcr:" + asset.id())
                .flatMap(key -> reader.referrers(Perspective.DRAFT, key).stream())
                .flatMap(at -> reader.node(at, 0).stream());
        return Stream.concat(Stream.of(asset), entries)
                .flatMap(node -> Stream.of(SystemProperties.CREATED_BY, SystemProperties.LAST_MODIFIED_BY)
                        .map(node::text))
                .filter(Objects::nonNull)
                .filter(name -> !name.startsWith("system:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isExpired(ContentNode asset, LocalDate today) {
        var last = asset.text(AssetProperty.CONSENT_EXPIRES.key());
        return last != null && LocalDate.parse(last).isBefore(today);
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
