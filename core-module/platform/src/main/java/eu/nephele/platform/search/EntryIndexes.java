package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.definition.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The indexes of all content types by the definitions in force. */
final class EntryIndexes {

    private final SearchEngine engine;
    private final AnalyzedTexts analyzed = new AnalyzedTexts();
    private final AssetText assetText;
    private final SpokenText spokenText;
    private volatile List<EntryIndex> indexes = List.of();

    EntryIndexes(SearchEngine engine, AssetText assetText, SpokenText spokenText) {
        this.spokenText = spokenText;
        this.engine = engine;
        this.assetText = assetText;
    }

    List<EntryIndex> all() {
        return indexes;
    }

    /** The one of this name by the definitions in force; empty when its type is gone. */
    Optional<EntryIndex> named(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    List<EntryIndex> in(Perspective perspective, String workspace) {
        return indexes.stream()
                .filter(index -> index.perspective() == perspective
                        && index.type().workspace().equals(workspace))
                .toList();
    }

    /**
     * Opens the indexes that the definitions ask for; answers those that must be rebuilt: the engine says so, they know less of the
     * change log than the others have been told, or more than there is.
     */
    List<EntryIndex> open(Definitions definitions, long toldUpTo, long lastRevision) {
        var opened = new ArrayList<EntryIndex>();
        var toRebuild = new ArrayList<EntryIndex>();
        for (var type : definitions.contentTypes().values()) {
            for (var perspective : Perspective.values()) {
                var builder = new DocumentBuilder(definitions, type, perspective, analyzed, assetText, spokenText);
                var spoken = SpokenText.of(type, definitions).isPresent();
                var index = new EntryIndex(type, perspective, builder, spoken);
                opened.add(index);
                if (mustBeRebuilt(index, toldUpTo, lastRevision)) {
                    toRebuild.add(index);
                }
            }
        }
        indexes = List.copyOf(opened);
        return toRebuild;
    }

    /** Opens one that is known, again; what was lost meanwhile is noticed by this. */
    boolean mustBeRebuilt(EntryIndex index, long toldUpTo, long lastRevision) {
        var complete = engine.open(index.builder().schema());
        var position = engine.position(index.name());
        return !complete || position < toldUpTo || position > lastRevision;
    }
}
