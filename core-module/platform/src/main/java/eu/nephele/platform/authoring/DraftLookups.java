package eu.nephele.platform.authoring;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.validation.FileFacts;
import eu.nephele.platform.validation.Lookups;
import java.util.Optional;

/** What the rules of a draft ask: whether its references lead to drafts. An entry may refer to itself before it is stored. */
record DraftLookups(ContentReader reader, String entryId) implements Lookups {

    @Override
    public Optional<Target> target(String id) {
        // What is live may be referred to by everybody, also by those who may not see its draft.
        return reader.locate(Perspective.DRAFT, id)
                .or(() -> reader.locate(Perspective.LIVE, id))
                .flatMap(at ->
                        reader.node(at, 0).map(node -> new Target(at.workspace(), node.nodeType(), at.path(), false)));
    }

    @Override
    public Optional<FileFacts> file(String key) {
        var id = key.replaceFirst("^jcr:", "");
        return reader.locate(Perspective.DRAFT, id)
                .or(() -> reader.locate(Perspective.LIVE, id))
                .flatMap(at -> reader.node(at, 1))
                .map(asset -> new FileFacts(asset, false));
    }

    @Override
    public boolean taken(String contentType, String property, String value, String exceptId) {
        return false;
    }
}
