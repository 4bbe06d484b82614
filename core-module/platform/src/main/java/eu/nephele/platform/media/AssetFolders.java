package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The library as folders of assets, and its trash. */
public final class AssetFolders {

    private static final String FOLDER_TYPE = "mgnl:folder";
    private static final int MAX_TRASH = 1_000;

    /**
     * A part of a folder's content.
     *
     * @param folders the paths of the folders in it
     * @param hasMore whether there are assets behind this part
     */
    public record Page(List<String> folders, List<Asset> assets, boolean hasMore) {

        public Page {
            folders = List.copyOf(folders);
            assets = List.copyOf(assets);
        }
    }

    private final ContentRepository repository;

    public AssetFolders(ContentRepository repository) {
        this.repository = repository;
    }

    /** @throws eu.nephele.api.failure.PlatformException INVALID_VALUE for a folder that is no path */
    public Page list(Actor actor, String folder, int offset, int limit) {
        var at = Assets.folder(folder);
        return repository.read(actor, reader -> {
            var folders = offset > 0
                    ? List.<String>of()
                    : reader.children(at, Set.of(FOLDER_TYPE), 0, 1_000).stream()
                            .map(ContentNode::path)
                            .toList();
            var assets = new ArrayList<Asset>();
            for (var node : reader.children(at, Set.of(AssetNodes.NODE_TYPE), offset, limit + 1)) {
                if (!isTrash(node)) {
                    reader.node(new Location(Perspective.DRAFT, Assets.WORKSPACE.name(), node.path()), 1)
                            .filter(whole -> whole.child(AssetNodes.RESOURCE).isPresent())
                            .ifPresent(whole -> assets.add(AssetNodes.asset(whole)));
                }
            }
            var hasMore = assets.size() > limit;
            return new Page(folders, hasMore ? assets.subList(0, limit) : assets, hasMore);
        });
    }

    /** What was put into the trash, at most a thousand. */
    public List<Asset> trash(Actor actor) {
        return repository.read(actor, reader -> {
            var found = new ArrayList<Asset>();
            reader.walk(Perspective.DRAFT, Assets.WORKSPACE.name(), Set.of(AssetNodes.NODE_TYPE), node -> {
                if (isTrash(node) && found.size() < MAX_TRASH) {
                    found.add(AssetNodes.asset(node));
                }
            });
            return found;
        });
    }

    private static boolean isTrash(ContentNode node) {
        return node.value(SystemProperties.DELETED) instanceof Value.Flag(boolean deleted) && deleted;
    }
}
