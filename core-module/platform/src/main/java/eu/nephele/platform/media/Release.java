package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.StoredBinary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gives readers an asset as its draft is now; of photographs and films, the copy that does not say where they were taken. */
final class Release {

    private final ContentRepository repository;
    private final InstantSource clock;

    Release(ContentRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Changes the draft, and makes it live unless a scan holds it back then. Does nothing to an asset that is gone, or got another file meanwhile.
     *
     * @return whether readers get it now
     */
    boolean release(Actor actor, Asset asset, UnaryOperator<ContentNode> change) {
        var withoutPlace = withoutPlace(actor, asset);
        return repository.write(actor, writer -> {
            var draft = Assets.locate(writer, Perspective.DRAFT, asset.id())
                    .filter(node -> AssetNodes.asset(node).contentHash().equals(asset.contentHash()));
            if (draft.isEmpty()) {
                return false;
            }
            var at = at(draft.get());
            var changed = change.apply(writer.node(at, Integer.MAX_VALUE).orElseThrow());
            var free = !AssetNodes.scan(changed).holdsBack();
            var whole = AssetNodes.with(changed, SystemProperties.ACTIVATION_STATUS, Value.of(free));
            AssetNodes.save(writer, actor, at, whole, clock.instant());
            if (free) {
                var live = at.in(Perspective.LIVE);
                AssetNodes.save(writer, actor, live, whole, clock.instant());
                var resource = live.child(AssetNodes.RESOURCE);
                if (withoutPlace == null) {
                    writer.copyBinary(at.child(AssetNodes.RESOURCE), resource, AssetNodes.DATA);
                } else {
                    writer.putBinary(resource, AssetNodes.DATA, withoutPlace);
                }
            }
            return free;
        });
    }

    /** Null where the file itself is for readers. */
    private @Nullable StoredBinary withoutPlace(Actor actor, Asset asset) {
        try {
            if (!WithoutPlace.isNeeded(asset.mimeType(), () -> open(actor, asset))) {
                return null;
            }
            try (var content = WithoutPlace.of(asset.mimeType(), open(actor, asset))) {
                return repository.store(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(Actor actor, Asset asset) throws IOException {
        return repository
                .read(
                        actor,
                        reader -> Assets.locate(reader, Perspective.DRAFT, asset.id())
                                .flatMap(node -> reader.binary(at(node).child(AssetNodes.RESOURCE), AssetNodes.DATA)))
                .orElseThrow(() -> new IOException("The file of %s is not there".formatted(asset.path())));
    }

    static Location at(ContentNode draft) {
        return new Location(Perspective.DRAFT, Assets.WORKSPACE.name(), draft.path());
    }
}
