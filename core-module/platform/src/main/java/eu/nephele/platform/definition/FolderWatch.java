package eu.nephele.platform.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls back when anything in a set of folders has changed and come to rest. */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** Editors and version control write in bursts: we wait until it is quiet, but not for ever. */
    private static final long QUIET_MILLIS = 60;

    private static final long LONGEST_WAIT_MILLIS = 400;

    private final WatchService service;
    private final Runnable onChange;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    private FolderWatch(WatchService service, Runnable onChange) {
        this.service = service;
        this.onChange = onChange;
    }

    static FolderWatch start(Set<Path> folders, Runnable onChange) {
        try {
            var watch = new FolderWatch(FileSystems.getDefault().newWatchService(), onChange);
            watch.follow(folders);
            Thread.ofPlatform().daemon().name("light-modules").start(watch::run);
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follows these folders, and no others any more. */
    synchronized void follow(Set<Path> folders) {
        keys.entrySet().removeIf(entry -> {
            if (folders.contains(entry.getKey()) && entry.getValue().isValid()) {
                return false;
            }
            entry.getValue().cancel();
            return true;
        });
        for (var folder : folders) {
            keys.computeIfAbsent(folder, this::register);
        }
        keys.values().removeIf(java.util.Objects::isNull);
    }

    @SuppressWarnings("NullAway")
    private WatchKey register(Path folder) {
        try {
            return folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            LOG.warn("Changes in {} are not followed: {}", folder, e.toString());
            return null;
        }
    }

    private void run() {
        try {
            while (true) {
                drain(service.take());
                var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
                WatchKey more;
                while (System.nanoTime() < deadline
                        && (more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null) {
                    drain(more);
                }
                call();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The folders of modules are not followed any more");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(WatchKey key) {
        key.pollEvents();
        key.reset();
    }

    private void call() {
        try {
            onChange.run();
        } catch (RuntimeException e) {
            LOG.error("Changed light modules could not be read; the definitions stay as they are", e);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.warn("The watch of folders did not close: {}", e.toString());
        }
    }
}
