package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Puts an asset into another folder, draft and live. Whatever refers to it goes on doing so, for that goes by its id. */
public final class MoveAsset {

    private static final Actor PLATFORM = Actor.system("move-asset");

    private final ContentRepository repository;
    private final InstantSource clock;

    public MoveAsset(ContentRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Where its name is taken it gets a number.
     *
     * @throws PlatformException ASSET_NOT_FOUND, INVALID_VALUE for a folder that is no path, ACCESS_DENIED
     */
    public Asset move(Actor actor, String key, String folder) {
        var into = Assets.folder(folder);
        AssetFolders.requireInto(actor, into);
        var known = repository.read(actor, reader -> Assets.locate(reader, Perspective.DRAFT, key));
        if (known.isEmpty()) {
            throw new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", key));
        }
        return repository.write(PLATFORM, writer -> {
            var node = Assets.locate(writer, Perspective.DRAFT, key).orElseThrow();
            require(actor, writer, node);
            var from = TrashAsset.at(node);
            if (from.parent().equals(into)) {
                return AssetNodes.asset(node);
            }
            var to = freeLocation(writer, into, from.name());
            for (var perspective : Perspective.values()) {
                if (writer.node(from.in(perspective), 0).isPresent()) {
                    makeFolder(writer, into.in(perspective));
                    writer.move(from.in(perspective), to.in(perspective));
                }
            }
            record(writer, actor, to, clock.instant());
            return AssetNodes.asset(writer.node(to, 1).orElseThrow());
        });
    }

    /** Whether somebody may move an asset at all: she must be allowed to change it, and to publish it where it is live. */
    static void require(Actor actor, ContentReader reader, ContentNode node) {
        var at = TrashAsset.at(node);
        actor.require(Action.WRITE, reader.subject(at).with(Subject.Field.WHOLE));
        if (reader.node(at.in(Perspective.LIVE), 0).isPresent()) {
            actor.require(Action.PUBLISH, reader.subject(at.in(Perspective.LIVE)));
        }
    }

    static void makeFolder(ContentWriter writer, Location at) {
        if (!at.path().equals("/") && writer.node(at, 0).isEmpty()) {
            writer.put(at, ContentNode.unstored(at.name(), "mgnl:folder", Map.of(), List.of()));
        }
    }

    /** Tells the followers of the log of an asset that lies elsewhere now. */
    static void record(ContentWriter writer, Actor actor, Location at, Instant now) {
        for (var perspective : Perspective.values()) {
            writer.node(at.in(perspective), Integer.MAX_VALUE)
                    .ifPresent(node -> AssetNodes.save(writer, actor, at.in(perspective), node, now));
        }
    }

    private static Location freeLocation(ContentWriter writer, Location folder, String name) {
        var location = folder.child(name);
        for (var number = 2; writer.isTaken(location); number++) {
            location = folder.child(FileNames.numbered(name, number));
        }
        return location;
    }
}
