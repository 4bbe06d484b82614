package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The end of an asset, in two steps: the trash, which readers do not see and from which it comes back; and then gone. */
public final class TrashAsset {

    private final ContentRepository repository;
    private final InstantSource clock;

    public TrashAsset(ContentRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** The entries that refer to an asset, drafts and live ones. */
    public List<Location> usedBy(Actor actor, String key) {
        return repository.read(
                actor, reader -> usedBy(reader, require(reader, key).id()));
    }

    /** @throws PlatformException ASSET_NOT_FOUND, STILL_REFERENCED with those that refer to it */
    public void trash(Actor actor, String key) {
        repository.write(actor, writer -> {
            var draft = require(writer, key);
            var at = at(draft);
            requireUnused(writer, draft);
            takeOffline(writer, actor, draft);
            var whole = writer.node(at, Integer.MAX_VALUE).orElseThrow();
            var marked = AssetNodes.with(
                    AssetNodes.with(whole, SystemProperties.DELETED, Value.of(true)),
                    SystemProperties.ACTIVATION_STATUS,
                    Value.of(false));
            AssetNodes.save(writer, actor, at, marked, clock.instant());
            return draft;
        });
    }

    /** Takes the asset out of the trash; it is live again, unless a virus scan holds it back. */
    public void restore(Actor actor, String key) {
        var asset = repository.read(actor, reader -> AssetNodes.asset(require(reader, key)));
        new Release(repository, clock)
                .release(
                        actor,
                        asset,
                        draft -> AssetNodes.without(
                                AssetNodes.without(draft, SystemProperties.DELETED), AssetNodes.CONSENT_ENDED));
    }

    /** Removes an asset that is in the trash, for good. */
    public void purge(Actor actor, String key) {
        repository.write(actor, writer -> {
            var draft = require(writer, key);
            if (!(draft.value(SystemProperties.DELETED) instanceof Value.Flag(boolean deleted) && deleted)) {
                throw new PlatformException(
                        ErrorCode.BAD_REQUEST,
                        say("The asset is not in the trash: put it there first, DELETE assets/%s", key));
            }
            requireUnused(writer, draft);
            remove(writer, actor, at(draft), draft.id());
            return draft;
        });
    }

    /** Takes the asset from readers; its draft stays. */
    void takeOffline(ContentWriter writer, Actor actor, ContentNode draft) {
        var live = at(draft).in(Perspective.LIVE);
        if (writer.node(live, 0).isPresent()) {
            actor.require(Action.PUBLISH, writer.subject(live));
            remove(writer, actor, live, draft.id());
        }
    }

    private void remove(ContentWriter writer, Actor actor, Location at, String id) {
        writer.remove(at);
        writer.record(new Change(
                writer.nextRevision(),
                Change.Kind.REMOVED,
                at.perspective(),
                at.workspace(),
                at.path(),
                id,
                AssetNodes.NODE_TYPE,
                List.of(),
                actor.name(),
                clock.instant()));
    }

    /** Whether any entry refers to it, be it where the reader may not look. */
    static boolean isUsed(ContentReader reader, ContentNode draft) {
        return !usedBy(reader, draft.id()).isEmpty() || usedOutOfSight(reader, draft) > 0;
    }

    private static List<Location> usedBy(ContentReader reader, String id) {
        return Stream.of(Perspective.DRAFT, Perspective.LIVE)
                .flatMap(perspective -> names(id).flatMap(name -> reader.referrers(perspective, name).stream()))
                .distinct()
                .toList();
    }

    /** How often it is referred to from where the reader may not look. */
    private static long usedOutOfSight(ContentReader reader, ContentNode draft) {
        return Stream.of(Perspective.DRAFT, Perspective.LIVE)
                .flatMap(perspective -> names(draft.id())
                        .map(name -> reader.countReferrers(perspective, name, at(draft))
                                - reader.referrers(perspective, name).size()))
                .reduce(0L, Long::sum);
    }

    /** As which references name an asset. */
    private static Stream<String> names(String id) {
        return Stream.of(id, "jcr:" + id);
    }

    private static void requireUnused(ContentReader reader, ContentNode draft) {
        var users = usedBy(reader, draft.id());
        if (!users.isEmpty()) {
            var errors = users.stream()
                    .limit(100)
                    .map(at -> new FieldError(
                            at.workspace() + ":" + at.path(),
                            "reference",
                            at.perspective() == Perspective.LIVE ? say("uses it (live)") : say("uses it (draft)")))
                    .toList();
            throw new PlatformException(
                    ErrorCode.STILL_REFERENCED,
                    say(
                            "The asset is in use: %s %s",
                            errors.getFirst().field(), errors.getFirst().message()),
                    errors);
        }
        var hidden = usedOutOfSight(reader, draft);
        if (hidden > 0) {
            throw new PlatformException(
                    ErrorCode.STILL_REFERENCED,
                    say("The asset is in use where you may not look (%d times): ask who may", hidden));
        }
    }

    private static ContentNode require(ContentReader reader, String key) {
        return Assets.locate(reader, Perspective.DRAFT, key)
                .orElseThrow(() -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", key)));
    }

    static Location at(ContentNode draft) {
        return Release.at(draft);
    }
}
