package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.platform.access.Actor;
import java.util.LinkedHashMap;

/** Copies what the actor may read of a draft beside it, as a new entry that was never published and has no external ids. */
public final class DuplicateEntry {

    private final Drafts drafts;

    public DuplicateEntry(Drafts drafts) {
        this.drafts = drafts;
    }

    public SavedEntry duplicate(Actor actor, String contentType, String id) {
        var type = drafts.type(contentType);
        return drafts.write(actor, writer -> {
            var from = drafts.require(writer, type, id);
            var parent = from.parent();
            var name = EntryNames.free(from.name() + "-copy", taken -> writer.isTaken(parent.child(taken)));
            var copy = unstored(drafts.visible(actor, type, from, Drafts.load(writer, from)), name);
            return drafts.store(
                    writer, actor, type, parent.child(name), null, new CleanEntry(drafts.definitions()).of(type, copy));
        });
    }

    private static ContentNode unstored(ContentNode node, String name) {
        var properties = new LinkedHashMap<>(node.properties());
        properties.keySet().removeIf(SystemProperties::isSystem);
        var children = node.children().stream()
                .map(child -> unstored(child, child.name()))
                .toList();
        return ContentNode.unstored(name, node.nodeType(), properties, children);
    }
}
