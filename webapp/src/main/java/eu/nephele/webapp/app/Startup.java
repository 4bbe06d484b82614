package eu.nephele.webapp.app;

import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.media.ReadFiles;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.Indexer;
import eu.nephele.webapp.http.LocalToken;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is done once the port is open, in order: administrator, index, sample content, ready. */
@Component
class Startup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
    private static final Duration STEP = Duration.ofSeconds(5);

    private final NepheleSettings settings;
    private final Accounts accounts;
    private final LocalToken localToken;
    private final LightModules modules;
    private final ContentRepository repository;
    private final Indexer indexer;
    private final SampleContent sampleContent;
    private final SampleUsers sampleUsers;
    private final Readiness readiness;
    private final TrainingRun training;
    private final ReadFiles readFiles;
    private volatile boolean closed;

    Startup(
            NepheleSettings settings,
            Accounts accounts,
            LocalToken localToken,
            LightModules modules,
            ContentRepository repository,
            Indexer indexer,
            SampleContent sampleContent,
            SampleUsers sampleUsers,
            Readiness readiness,
            TrainingRun training,
            ReadFiles readFiles) {
        this.settings = settings;
        this.accounts = accounts;
        this.localToken = localToken;
        this.modules = modules;
        this.repository = repository;
        this.indexer = indexer;
        this.sampleContent = sampleContent;
        this.sampleUsers = sampleUsers;
        this.readiness = readiness;
        this.training = training;
        this.readFiles = readFiles;
    }

    @EventListener
    void portIsOpen(WebServerInitializedEvent event) throws IOException {
        var port = event.getWebServer().getPort();
        new ServerFile(ProcessHandle.current().pid(), port, localToken.text()).write(settings.dataFolder());
        Thread.ofVirtual().name("startup").start(() -> prepare(port));
    }

    private void prepare(int port) {
        try {
            readiness.enter("opening the index");
            // Hashing a password is slow on purpose; the index need not wait for it.
            var administrator = CompletableFuture.supplyAsync(
                    () -> accounts.prepareAdministrator(settings.admin().password()));
            indexer.start();
            if (settings.sampleContent()) {
                readiness.enter("loading sample content");
                sampleContent.load();
            }
            readiness.enter("bringing the index up to date");
            // Without the search engine readers are served all the same, and the index follows when it is back.
            while (!closed && indexer.isReachable() && !indexer.awaitRevision(repository.lastRevision(), STEP)) {
                LOG.info("The index is {} changes behind", indexer.lag());
            }
            if (settings.watch()) {
                modules.watch();
            }
            var generated = administrator.join();
            var samples = settings.sampleContent() && sampleUsers.areMissing();
            readiness.ready();
            ReadyMessage.print(port, generated, samples ? Optional.of(sampleUsers.file()) : Optional.empty());
            if (samples) {
                sampleUsers.create();
            }
            if (settings.training()) {
                training.run(port);
            } else {
                readFiles.start();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("The server is not ready: it failed while {}", readiness.phase(), e);
                readiness.enter("failed while " + readiness.phase() + "; the log says why");
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        ServerFile.remove(settings.dataFolder());
    }
}
