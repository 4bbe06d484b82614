package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.validation.ValueTypes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Entries and assets as cells name them: by id, external id, or path. */
final class CellReferences {

    /** An id that stands for an entry which the same file brings, and which is not there yet. */
    static final String SOON = "00000000-0000-0000-0000-000000000000";

    private final Drafts drafts;
    private final ContentReader reader;
    private final Predicate<String> soon;
    private final String ownType;

    /** @param soon whether a row before this one brings an entry of the type with the external id */
    CellReferences(Drafts drafts, ContentReader reader, String ownType, Predicate<String> soon) {
        this.drafts = drafts;
        this.reader = reader;
        this.ownType = ownType;
        this.soon = soon;
    }

    String entry(String contentType, String written) {
        if (ValueTypes.isId(written)) {
            return written;
        }
        var type = drafts.type(contentType);
        return ImportEntries.find(reader, type, written, Map.of())
                .or(() -> at(type.workspace(), type.datasource().rootPath(), written)
                        .filter(node -> node.nodeType().equals(type.nodeType()))
                        .map(ContentNode::id))
                .or(() -> contentType.equals(ownType) && soon.test(written) ? Optional.of(SOON) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(say(
                        "names no %s: there is none with the external id or path `%s`; where this file brings it, its row must come before",
                        contentType, CellNumbers.shown(written))));
    }

    String asset(String written) {
        var id = written.replaceFirst("^jcr:", "");
        return ValueTypes.isId(id)
                ? "jcr:" + id
                : at("dam", "/", written)
                        .map(node -> "jcr:" + node.id())
                        .orElseThrow(() -> new IllegalArgumentException(
                                say("names no asset: there is none at the path `%s`", CellNumbers.shown(written))));
    }

    Optional<ContentNode> at(String workspace, String root, String written) {
        var path = written.replaceAll("^/+|/+$", "");
        if (path.isEmpty() || path.contains("//") || path.length() > 500) {
            return Optional.empty();
        }
        var at = new Location(Perspective.DRAFT, workspace, root);
        for (var name : path.split("/")) {
            at = at.child(name);
        }
        return reader.node(at, 0);
    }
}
