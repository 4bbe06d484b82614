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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The folders that assets lie in. Who may put assets into a folder may make it, as an upload does; who may change and publish all that lies in one may move it. The
 * checks are made here, for the asker; the folder, which belongs to nobody, is then made or moved by the platform.
 */
public final class AssetFolders {

    private static final String FOLDER_TYPE = "mgnl:folder";
    private static final Actor PLATFORM = Actor.system("asset-folders");
    private static final int MOST_FOLDERS = 5_000;
    private static final int MOST_MOVED = 2_000;

    /** @param assets directly in it, that the asker may read, outside of the trash */
    public record Folder(String path, long assets) {}

    private final ContentRepository repository;
    private final AssetLibrary library;
    private final InstantSource clock;

    public AssetFolders(ContentRepository repository, AssetLibrary library, InstantSource clock) {
        this.repository = repository;
        this.library = library;
        this.clock = clock;
    }

    /** All of them, parents before children; the root first. */
    public List<Folder> all(Actor actor) {
        var counts = library.countByFolder(actor);
        var paths = repository.read(actor, reader -> {
            var found = new ArrayList<String>();
            add(reader, location("/"), found);
            return found;
        });
        return paths.stream()
                .sorted(Comparator.comparing(path -> path.replace("/", "\u0001")))
                .map(path -> new Folder(path, counts.getOrDefault(path, 0L)))
                .toList();
    }

    /** @throws PlatformException INVALID_VALUE for what is no path, NAME_TAKEN, ACCESS_DENIED */
    public Folder create(Actor actor, String path) {
        var at = Assets.folder(path);
        requireInto(actor, at);
        return repository.write(PLATFORM, writer -> {
            requireFree(writer, at);
            writer.put(at, ContentNode.unstored(at.name(), FOLDER_TYPE, Map.of(), List.of()));
            return new Folder(path, 0);
        });
    }

    /** Moves or renames a folder with all that lies in it; links go by ids and stay. */
    public Folder move(Actor actor, String path, String to) {
        var from = requireFolder(actor, path);
        var target = Assets.folder(to);
        if (to.equals(path)) {
            return new Folder(path, library.countByFolder(actor).getOrDefault(path, 0L));
        }
        if (to.startsWith(path + "/")) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST, say("The folder %s cannot be moved into itself: %s", path, to));
        }
        requireInto(actor, target);
        return repository.write(PLATFORM, writer -> {
            requireFree(writer, target);
            var inside = assetsBelow(writer, from);
            inside.forEach(node -> MoveAsset.require(actor, writer, node));
            for (var perspective : Perspective.values()) {
                if (writer.node(from.in(perspective), 0).isPresent()) {
                    MoveAsset.makeFolder(writer, target.in(perspective).parent());
                    writer.move(from.in(perspective), target.in(perspective));
                }
            }
            inside.forEach(node -> MoveAsset.record(
                    writer, actor, location(to + node.path().substring(path.length())), clock.instant()));
            return new Folder(to, inside.size());
        });
    }

    /** Takes an empty folder away. */
    public void remove(Actor actor, String path) {
        var at = requireFolder(actor, path);
        requireInto(actor, at);
        repository.write(PLATFORM, writer -> {
            var draft = writer.children(at, Set.of(), 0, 1);
            if (!draft.isEmpty()) {
                throw new PlatformException(
                        ErrorCode.STILL_REFERENCED,
                        say(
                                "The folder %s is not empty (there is %s, maybe in the trash): move what is in it first",
                                path, draft.getFirst().name()));
            }
            for (var perspective : Perspective.values()) {
                if (writer.node(at.in(perspective), 0).isPresent()) {
                    writer.remove(at.in(perspective));
                }
            }
            return at;
        });
    }

    private Location requireFolder(Actor actor, String path) {
        var at = Assets.folder(path);
        var folder = repository.read(
                actor,
                reader -> reader.node(at, 0).filter(node -> node.nodeType().equals(FOLDER_TYPE)));
        if (path.equals("/") || folder.isEmpty()) {
            throw new PlatformException(ErrorCode.PATH_NOT_FOUND, say("There is no folder %s to change", path));
        }
        return at;
    }

    private static void requireFree(ContentWriter writer, Location at) {
        if (at.path().equals("/") || writer.isTaken(at)) {
            throw new PlatformException(ErrorCode.NAME_TAKEN, say("There is something at %s already", at.path()));
        }
    }

    static void requireInto(Actor actor, Location folder) {
        Subject draft = Assets.subject(folder);
        actor.require(Action.CREATE, draft);
        actor.require(Action.PUBLISH, Assets.subject(folder.in(Perspective.LIVE)));
    }

    private static List<ContentNode> assetsBelow(ContentReader reader, Location folder) {
        var found = new ArrayList<ContentNode>();
        for (var node : reader.children(folder, Set.of(), 0, MOST_MOVED + 1)) {
            if (node.nodeType().equals(FOLDER_TYPE)) {
                found.addAll(assetsBelow(reader, folder.child(node.name())));
            } else {
                found.add(node);
            }
            if (found.size() > MOST_MOVED) {
                throw new PlatformException(
                        ErrorCode.TOO_LARGE,
                        say(
                                "%s holds more than %,d assets: move the folders in it one by one",
                                folder.path(), MOST_MOVED));
            }
        }
        return found;
    }

    private static void add(ContentReader reader, Location at, List<String> found) {
        found.add(at.path());
        for (var folder : reader.children(at, Set.of(FOLDER_TYPE), 0, MOST_FOLDERS)) {
            if (found.size() < MOST_FOLDERS) {
                add(reader, at.child(folder.name()), found);
            }
        }
    }

    private static Location location(String path) {
        return new Location(Perspective.DRAFT, Assets.WORKSPACE.name(), path);
    }
}
