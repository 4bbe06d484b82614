package eu.nephele.platform.media;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All assets, some kilobytes each, in memory. Read once, when first asked for; after that only what the change log says was changed, so that an
 * answer always has what was saved before the question.
 */
final class AssetCatalogue {

    private static final Actor ACTOR = Actor.system("asset-catalogue");
    private static final int CHANGES_AT_ONCE = 1_000;

    private final ContentRepository repository;
    private final ConcurrentHashMap<String, CataloguedAsset> assets = new ConcurrentHashMap<>();
    private long position = -1;

    AssetCatalogue(ContentRepository repository) {
        this.repository = repository;
    }

    /** In no order. */
    Collection<CataloguedAsset> all() {
        catchUp();
        return assets.values();
    }

    private synchronized void catchUp() {
        var last = repository.lastRevision();
        if (position < 0 || position < repository.forgottenUpTo()) {
            assets.clear();
            repository.read(ACTOR, reader -> {
                reader.walk(
                        Perspective.DRAFT,
                        Assets.WORKSPACE.name(),
                        Set.of(AssetNodes.NODE_TYPE),
                        node -> node.child(AssetNodes.RESOURCE)
                                .ifPresent(_ -> assets.put(node.id(), CataloguedAsset.of(node))));
                return last;
            });
            position = last;
        }
        while (position < repository.lastRevision()) {
            var changes = repository.changesAfter(position, CHANGES_AT_ONCE);
            if (changes.isEmpty()) {
                return;
            }
            apply(changes);
            position = changes.getLast().revision();
        }
    }

    private void apply(List<Change> changes) {
        var changed = new LinkedHashSet<String>();
        for (var change : changes) {
            if (change.workspace().equals(Assets.WORKSPACE.name()) && change.perspective() == Perspective.DRAFT) {
                changed.add(change.id());
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        repository.read(ACTOR, reader -> {
            for (var id : changed) {
                // With its children, but for the text of a document, which may be long.
                var asset = Assets.locate(reader, Perspective.DRAFT, id);
                asset.ifPresentOrElse(node -> assets.put(id, CataloguedAsset.of(node)), () -> assets.remove(id));
            }
            return changed.size();
        });
    }
}
