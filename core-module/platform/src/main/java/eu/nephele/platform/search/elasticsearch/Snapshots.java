package eu.nephele.platform.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.SearchEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots are the cluster's points in time, so that each node can go on with those that another began. Their name holds what is needed:
 * when it began, and the cluster's id of it, packed, for it goes into addresses.
 */
final class Snapshots {

    private static final char BEFORE_ID = '_';

    /** Some thirty indexes; what reads from more has no snapshot, rather than an address that servers refuse. */
    private static final int LONGEST_NAME = 2_000;

    private static final int LONGEST_ID = 100_000;

    private final Connection connection;
    private final InstantSource clock;

    /** Those that were begun or read from here. */
    private final Cache<String, Boolean> kept =
            Caffeine.newBuilder().expireAfterAccess(SearchEngine.SNAPSHOT_KEPT).build();

    Snapshots(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** A point in time by the names that it has here and in the cluster. */
    record Snapshot(long openedAt, String id) {

        String name() {
            var packed = new ByteArrayOutputStream();
            try (var deflated = new DeflaterOutputStream(packed)) {
                deflated.write(Base64.getUrlDecoder().decode(id));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return Long.toString(openedAt, Character.MAX_RADIX)
                    + BEFORE_ID
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        }

        /** Null where the name is none of ours. */
        static @Nullable Snapshot named(String name) {
            var end = name.indexOf(BEFORE_ID);
            if (end < 0 || name.length() > LONGEST_NAME) {
                return null;
            }
            try (var inflated = new InflaterInputStream(
                    new ByteArrayInputStream(Base64.getUrlDecoder().decode(name.substring(end + 1))))) {
                var id = Base64.getUrlEncoder().encodeToString(inflated.readNBytes(LONGEST_ID));
                return new Snapshot(Long.parseLong(name.substring(0, end), Character.MAX_RADIX), id);
            } catch (IOException | IllegalArgumentException foreign) {
                return null;
            }
        }
    }

    static Time kept() {
        return Time.of(time -> time.time(SearchEngine.SNAPSHOT_KEPT.toSeconds() + "s"));
    }

    @Nullable
    String begin(List<String> aliases) {
        kept.cleanUp();
        if (kept.estimatedSize() >= SearchEngine.MOST_SNAPSHOTS) {
            return null;
        }
        var id = connection
                .search(client ->
                        client.openPointInTime(open -> open.index(aliases).keepAlive(kept())))
                .id();
        var snapshot = new Snapshot(clock.millis(), id);
        var name = snapshot.name();
        if (name.length() > LONGEST_NAME) {
            end(snapshot);
            return null;
        }
        kept.put(name, true);
        return name;
    }

    /** Null where it is none of ours, or too old; the cluster may have forgotten a younger one as well. */
    @Nullable
    Snapshot find(String name) {
        var snapshot = Snapshot.named(name);
        return snapshot != null && clock.millis() - snapshot.openedAt() < SearchEngine.SNAPSHOT_KEPT_AT_MOST.toMillis()
                ? snapshot
                : null;
    }

    /** The cluster may call it by another id after each search. */
    String goesOn(Snapshot snapshot, @Nullable String id) {
        var next = id == null ? snapshot : new Snapshot(snapshot.openedAt(), id);
        var name = next.name();
        if (!next.equals(snapshot)) {
            kept.invalidate(snapshot.name());
        }
        kept.put(name, true);
        return name;
    }

    /** The cluster answered, and could not: it has forgotten the point in time, or the machine that kept it is gone. */
    static boolean mayBeOver(PlatformException failure) {
        return failure.code() == ErrorCode.SEARCH_UNAVAILABLE && failure.getCause() instanceof ElasticsearchException;
    }

    /** Makes room for another. */
    void forget(String name) {
        kept.invalidate(name);
    }

    void end(String name) {
        var snapshot = Snapshot.named(name);
        if (snapshot != null) {
            end(snapshot);
        }
    }

    /** Tells the cluster, which ends by itself what it is not told of. */
    private void end(Snapshot snapshot) {
        try {
            connection.call(client -> client.closePointInTime(close -> close.id(snapshot.id())));
        } catch (PlatformException overAlready) {
            // Nothing is left to do.
        }
    }
}
