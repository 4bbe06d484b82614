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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a virus scanner look at new files, and gives readers those that are clean. Which files wait is stored with them: those that a scanner was away for, or a
 * server that was stopped, are looked at when it is back. Files that were there before a scanner was are looked at in the background, a few a second; readers
 * keep them unless a virus is found.
 */
public final class ScanFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ScanFiles.class);
    private static final Actor ACTOR = Actor.system("scan-files");
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
    /** An operator has to change something before this file can be scanned. */
    private static final Duration UNTIL_TAKEN = Duration.ofMinutes(10);
    /** Old files in one tick, so that they take little of the scanner and of the store. */
    private static final int OLD_AT_ONCE = 5;

    /** A file that is in quarantine now. @param uploader who put it there; the installation's own have none, and nobody is told of them */
    public record Quarantined(Asset asset, String signature, String uploader) {}

    /**
     * @param waiting files that are held back until they are scanned
     * @param unscanned old files that are yet to be looked at; null on a node that does not have the duty
     */
    public record Status(
            boolean reachable, int waiting, @Nullable Integer unscanned) {}

    private final ContentRepository repository;
    private final Optional<? extends VirusScanner> scanner;
    private final Consumer<Quarantined> told;
    private final Lease lease;
    private final InstantSource clock;
    private final Release release;
    private final TrashAsset trash;
    private final Map<String, Instant> later = new ConcurrentHashMap<>();
    /** Ids of old files that nobody has looked at; null until they are collected. New ones never get in: they wait. */
    private volatile @Nullable Queue<String> old;

    private Instant nextTry = Instant.EPOCH;
    private volatile boolean away;

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
        this.trash = new TrashAsset(repository, clock);
        repository.index(List.of(AssetNodes.SCAN));
    }

    /** Looks at the files that wait, and then at some old ones, if this node has the duty; to be called every second, by one thread. */
    public void tick() {
        if (!lease.isHeld()) {
            old = null;
        } else if (!clock.instant().isBefore(nextTry) && scanWaiting() && scanner.isPresent()) {
            scanOld();
        }
    }

    /** What it is at; empty where no scanner is asked. */
    public Optional<Status> status() {
        var left = old;
        return scanner.map(_ -> new Status(!away, waiting().size(), left == null ? null : (Integer) left.size()));
    }

    /** Whether the scanner answered, if it was asked. */
    private boolean scanWaiting() {
        var waiting = waiting();
        later.keySet()
                .removeIf(id -> waiting.stream().noneMatch(asset -> asset.id().equals(id)));
        for (var asset : waiting) {
            var next = later.get(asset.id());
            if ((next == null || !clock.instant().isBefore(next)) && !attempt(asset)) {
                return false;
            }
        }
        return true;
    }

    /** What is marked meanwhile is not looked at again, so a server that was stopped goes on where it was. */
    private void scanOld() {
        var known = old;
        var left = known == null ? unscanned() : known;
        old = left;
        for (var count = 0; count < OLD_AT_ONCE && !left.isEmpty(); count++) {
            var asset = repository
                    .read(ACTOR, reader -> Assets.locate(reader, Perspective.DRAFT, left.element()))
                    .map(AssetNodes::asset)
                    .filter(found -> found.scan() == Scan.NONE);
            if (asset.isPresent() && !attempt(asset.get())) {
                return;
            }
            left.remove();
            if (left.isEmpty()) {
                LOG.info("The virus scanner has looked at all files now");
            }
        }
    }

    private Queue<String> unscanned() {
        var found = new ConcurrentLinkedQueue<String>();
        repository.read(ACTOR, reader -> {
            reader.walk(Perspective.DRAFT, Assets.WORKSPACE.name(), Set.of(AssetNodes.NODE_TYPE), node -> {
                if (AssetNodes.scan(node) == Scan.NONE) {
                    found.add(node.id());
                }
            });
            return found;
        });
        if (!found.isEmpty()) {
            LOG.info(
                    "{} files were there before a virus scanner was: it looks at them in the background", found.size());
        }
        return found;
    }

    /** Whether the scanner answered. */
    private boolean attempt(Asset asset) {
        try {
            scan(asset);
        } catch (IOException failure) {
            postpone(asset, failure);
            return false;
        } catch (PlatformException | UncheckedIOException failure) {
            // Changed by another at the same time, or the store is away: tried again, after the others; an old file at
            // the next start.
            later.put(asset.id(), clock.instant().plus(BETWEEN_TRIES));
            LOG.warn("{} could not be scanned yet: {}", asset.path(), failure.getMessage());
        }
        return true;
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
            case Verdict.NotScanned(String why) -> leave(asset, why);
        }
    }

    private void leave(Asset asset, String why) {
        if (!asset.scan().holdsBack()) {
            LOG.warn("{} was not scanned, and readers keep it until a scan finds a virus: {}", asset.path(), why);
            return;
        }
        later.put(asset.id(), clock.instant().plus(UNTIL_TAKEN));
        note(asset, "Held back from readers: " + why);
        LOG.warn("{} is held back from readers: {}", asset.path(), why);
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
        if (asset.scan().holdsBack()) {
            release.release(ACTOR, asset, draft -> marked(draft, state, ""));
        } else {
            // Readers have it already, or not for another reason.
            mark(asset, state, "");
        }
    }

    private void quarantine(Asset asset, String signature) {
        mark(asset, Scan.INFECTED, "Infected: " + signature).ifPresent(draft -> {
            LOG.warn("{} is in quarantine: the virus scanner found {}", asset.path(), signature);
            var by = draft.text(SystemProperties.LAST_MODIFIED_BY);
            if (by != null && !by.startsWith("system:")) {
                told.accept(new Quarantined(asset, signature, by));
            }
        });
    }

    /** Empty where the asset is gone, or got another file meanwhile. An infected file is taken from readers, where they have it. */
    private Optional<ContentNode> mark(Asset asset, Scan state, String note) {
        return repository.write(ACTOR, writer -> {
            var draft = Assets.locate(writer, Perspective.DRAFT, asset.id()).filter(node -> isFileOf(node, asset));
            if (draft.isEmpty()) {
                return draft;
            }
            var at = Release.at(draft.get());
            var whole = marked(writer.node(at, Integer.MAX_VALUE).orElseThrow(), state, note);
            var live = Assets.locate(writer, Perspective.LIVE, asset.id()).filter(node -> isFileOf(node, asset));
            if (state == Scan.INFECTED && live.isPresent()) {
                trash.takeOffline(writer, ACTOR, draft.get());
                whole = AssetNodes.with(whole, SystemProperties.ACTIVATION_STATUS, Value.of(false));
            }
            AssetNodes.save(writer, ACTOR, at, whole, clock.instant());
            return draft;
        });
    }

    private static boolean isFileOf(ContentNode node, Asset asset) {
        return AssetNodes.asset(node).contentHash().equals(asset.contentHash());
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
