package eu.nephele.platform.publishing;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.validation.FileFacts;
import eu.nephele.platform.validation.Lookups;
import java.util.Optional;
import java.util.Set;

/** What the rules of a publication ask: what is live, or becomes live with it. */
record PublicationLookups(Definitions definitions, ContentReader reader, Set<String> together) implements Lookups {

    @Override
    public Optional<Target> target(String id) {
        var live = together.contains(id) || reader.locate(Perspective.LIVE, id).isPresent();
        return reader.locate(Perspective.DRAFT, id)
                .or(() -> reader.locate(Perspective.LIVE, id))
                .flatMap(at ->
                        reader.node(at, 0).map(node -> new Target(at.workspace(), node.nodeType(), at.path(), live)));
    }

    @Override
    public Optional<FileFacts> file(String key) {
        var id = key.replaceFirst("^jcr:", "");
        var live = reader.locate(Perspective.LIVE, id);
        return live.or(() -> reader.locate(Perspective.DRAFT, id))
                .flatMap(at -> reader.node(at, 1))
                .map(asset -> new FileFacts(asset, live.isPresent()));
    }

    @Override
    public boolean taken(String contentType, String property, String value, String exceptId) {
        return definitions
                .contentType(contentType)
                .map(type -> reader.withValue(Perspective.DRAFT, property, value).stream()
                        .filter(at -> at.workspace().equals(type.workspace()))
                        .anyMatch(at -> isOther(at, type.nodeType(), exceptId)))
                .orElse(false);
    }

    private boolean isOther(Location at, String nodeType, String exceptId) {
        return reader.node(at, 0)
                .map(node -> node.nodeType().equals(nodeType) && !node.id().equals(exceptId))
                .orElse(false);
    }
}
