package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;

/**
 * The index of a content type's entries in a perspective, and how its documents are built by the definitions in force.
 *
 * @param spoken whether its entries are transcripts, by which others are found
 */
record EntryIndex(ContentType type, Perspective perspective, DocumentBuilder builder, boolean spoken) {

    String name() {
        return builder.schema().index();
    }

    boolean holds(Perspective ofPerspective, String workspace, String nodeType) {
        return perspective == ofPerspective
                && type.workspace().equals(workspace)
                && type.nodeType().equals(nodeType);
    }

    boolean holds(Perspective ofPerspective, String workspace, ContentNode node) {
        return holds(ofPerspective, workspace, node.nodeType());
    }
}
