package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes assets from readers when the consent of the people in them has run out, and tells it: in the log, and at the asset. */
public final class ExpireConsent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireConsent.class);
    private static final Actor ACTOR = Actor.system("expire-consent");

    private final ContentRepository repository;
    private final TrashAsset trash;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    public ExpireConsent(ContentRepository repository, TrashAsset trash, Clock clock) {
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

    /** To be called when an asset was described anew: takes it away at once where its consent is over. */
    public void check(String id) {
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
        repository.write(ACTOR, writer -> {
            Assets.locate(writer, Perspective.DRAFT, id).ifPresent(draft -> {
                trash.takeOffline(writer, ACTOR, draft);
                var at = TrashAsset.at(draft);
                var whole = writer.node(at, Integer.MAX_VALUE).orElseThrow();
                var told = AssetNodes.with(whole, SystemProperties.ACTIVATION_STATUS, Value.of(false));
                AssetNodes.save(writer, ACTOR, at, told, clock.instant());
                LOG.warn(
                        "The asset {} is not shown any more: the consent of those in it ended on {}",
                        at.path(),
                        draft.text(AssetProperty.CONSENT_EXPIRES.key()));
            });
            return id;
        });
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
