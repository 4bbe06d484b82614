package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.VirusScanner.Verdict;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a virus scanner look at new files, and gives readers those that are clean. Which files wait is stored with them: those that a scanner was away for, or a
 * server that was stopped, are looked at when it is back.
 */
public final class ScanFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ScanFiles.class);
    private static final Actor ACTOR = Actor.system("scan-files");
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
    /** An operator has to change something before this file can be scanned. */
    private static final Duration UNTIL_TAKEN = Duration.ofMinutes(10);

    /** A file that is in quarantine now. @param uploader who put it there */
    public record Quarantined(Asset asset, String signature, String uploader) {}

    private final ContentRepository repository;
    private final Optional<? extends VirusScanner> scanner;
    private final Consumer<Quarantined> told;
    private final Lease lease;
    private final InstantSource clock;
    private final Release release;
    private final Map<String, Instant> later = new ConcurrentHashMap<>();
    private Instant nextTry = Instant.EPOCH;
    private boolean away;

    /**
     * @param scanner without one, files that waited for one are given to readers
     * @param told of each file that is in quarantine now
     */
    public ScanFiles(
            ContentRepository repository,
            Optional<? extends VirusScanner> scanner,
            Consumer<Quarantined> told,
            Lease lease,
            InstantSource clock) {
        this.repository = repository;
        this.scanner = scanner;
        this.told = told;
        this.lease = lease;
        this.clock = clock;
        this.release = new Release(repository, clock);
        repository.index(List.of(AssetNodes.SCAN));
    }

    /** Looks at the files that wait, if this node has the duty; to be called every second, by one thread. */
    public void tick() {
        if (!lease.isHeld() || clock.instant().isBefore(nextTry)) {
            return;
        }
        var waiting = waiting();
        later.keySet()
                .removeIf(id -> waiting.stream().noneMatch(asset -> asset.id().equals(id)));
        for (var asset : waiting) {
            var next = later.get(asset.id());
            if (next == null || !clock.instant().isBefore(next)) {
                try {
                    scan(asset);
                } catch (IOException failure) {
                    postpone(asset, failure);
                    return;
                } catch (PlatformException | UncheckedIOException failure) {
                    // Changed by another at the same time, or the store is away: tried again, after the others.
                    later.put(asset.id(), clock.instant().plus(BETWEEN_TRIES));
                    LOG.warn("{} could not be scanned yet: {}", asset.path(), failure.getMessage());
                }
            }
        }
    }

    private List<Asset> waiting() {
        return repository.read(
                ACTOR,
                reader -> reader.withValue(Perspective.DRAFT, AssetNodes.SCAN, Scan.PENDING.code()).stream()
                        .filter(at -> at.workspace().equals(Assets.WORKSPACE.name()))
                        .flatMap(at -> reader.node(at, 1).stream())
                        .map(AssetNodes::asset)
                        .toList());
    }

    private void scan(Asset asset) throws IOException {
        var verdict = verdict(asset);
        if (away) {
            LOG.info("The virus scanner answers again");
            away = false;
        }
        switch (verdict) {
            case Verdict.Clean() -> clean(asset, scanner.isPresent() ? Scan.CLEAN : Scan.NONE);
            case Verdict.Infected(String signature) -> quarantine(asset, signature);
            case Verdict.NotScanned(String why) -> {
                later.put(asset.id(), clock.instant().plus(UNTIL_TAKEN));
                note(asset, "Held back from readers: " + why);
                LOG.warn("{} is held back from readers: {}", asset.path(), why);
            }
        }
    }

    private Verdict verdict(Asset asset) throws IOException {
        if (scanner.isEmpty()) {
            return new Verdict.Clean();
        }
        var content = repository.read(
                ACTOR,
                reader -> Assets.locate(reader, Perspective.DRAFT, asset.id())
                        .flatMap(node -> reader.binary(Release.at(node).child(AssetNodes.RESOURCE), AssetNodes.DATA)));
        if (content.isEmpty()) {
            return new Verdict.NotScanned("the file is not there any more");
        }
        try (var stream = content.get()) {
            return scanner.get().scan(stream);
        }
    }

    private void clean(Asset asset, Scan state) {
        release.release(ACTOR, asset, draft -> marked(draft, state, ""));
    }

    private void quarantine(Asset asset, String signature) {
        var uploader = repository.write(ACTOR, writer -> {
            var draft = Assets.locate(writer, Perspective.DRAFT, asset.id())
                    .filter(node -> AssetNodes.asset(node).contentHash().equals(asset.contentHash()));
            if (draft.isEmpty()) {
                return "";
            }
            var at = Release.at(draft.get());
            var whole = writer.node(at, Integer.MAX_VALUE).orElseThrow();
            AssetNodes.save(writer, ACTOR, at, marked(whole, Scan.INFECTED, "Infected: " + signature), clock.instant());
            var by = whole.text(SystemProperties.LAST_MODIFIED_BY);
            return by == null ? "" : by;
        });
        if (!uploader.isEmpty()) {
            LOG.warn("{} is in quarantine: the virus scanner found {}", asset.path(), signature);
            told.accept(new Quarantined(asset, signature, uploader));
        }
    }

    private void postpone(Asset asset, IOException failure) {
        nextTry = clock.instant().plus(BETWEEN_TRIES);
        if (!away) {
            LOG.error(
                    "The virus scanner cannot be reached ({}): new files are held back from readers, the next try is in {}",
                    failure.getMessage(),
                    BETWEEN_TRIES);
            away = true;
        }
        note(asset, "Held back from readers: the virus scanner cannot be reached, it is tried again");
    }

    private void note(Asset asset, String text) {
        repository.write(ACTOR, writer -> {
            Assets.locate(writer, Perspective.DRAFT, asset.id())
                    .filter(node -> AssetNodes.scan(node) == Scan.PENDING)
                    .filter(node -> !text.equals(node.text(AssetNodes.SCAN_NOTE)))
                    .ifPresent(node ->
                            writer.setProperties(Release.at(node), Map.of(AssetNodes.SCAN_NOTE, Value.of(text))));
            return asset;
        });
    }

    private static ContentNode marked(ContentNode node, Scan state, String note) {
        var scanned = state == Scan.NONE
                ? AssetNodes.without(node, AssetNodes.SCAN)
                : AssetNodes.with(node, AssetNodes.SCAN, Value.of(state.code()));
        return note.isEmpty()
                ? AssetNodes.without(scanned, AssetNodes.SCAN_NOTE)
                : AssetNodes.with(scanned, AssetNodes.SCAN_NOTE, Value.of(note));
    }
}
