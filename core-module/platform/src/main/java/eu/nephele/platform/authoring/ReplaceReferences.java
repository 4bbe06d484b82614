package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentWriter;
import eu.nephele.platform.richtext.InnerLinks;
import java.util.LinkedHashMap;

/** Lets all drafts that refer to an entry refer to another one instead. What is live changes with their next publication. */
final class ReplaceReferences {

    private static final int MOST = 1_000;

    private final Drafts drafts;

    ReplaceReferences(Drafts drafts) {
        this.drafts = drafts;
    }

    /** As part of a larger save. Refuses with TOO_LARGE above 1,000 referrers, with INVALID_ENTRY where the other one is of a wrong type. */
    void run(ContentWriter writer, Actor actor, String id, String replacement) {
        var referrers = writer.referrers(Perspective.DRAFT, id);
        if (referrers.size() > MOST) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    say("%,d entries refer to it; at most %,d are changed at once", referrers.size(), MOST));
        }
        referrers.forEach(location -> replace(writer, actor, location, id, replacement));
    }

    private void replace(ContentWriter writer, Actor actor, Location location, String id, String replacement) {
        var entry = Drafts.load(writer, location);
        var type = drafts.definitions().contentTypesIn(location.workspace()).stream()
                .filter(known -> known.nodeType().equals(entry.nodeType()))
                .findFirst();
        if (type.isPresent() && !entry.id().equals(replacement)) {
            drafts.store(writer, actor, type.get(), location, entry, replaced(entry, id, replacement));
        }
    }

    private static ContentNode replaced(ContentNode node, String id, String replacement) {
        var properties = new LinkedHashMap<String, Value>();
        node.properties()
                .forEach((name, value) -> properties.put(
                        name, SystemProperties.isSystem(name) ? value : replaced(value, id, replacement)));
        return node.withProperties(properties)
                .withChildren(node.children().stream()
                        .map(child -> replaced(child, id, replacement))
                        .toList());
    }

    private static Value replaced(Value value, String id, String replacement) {
        return switch (value) {
            case Value.Text(String text) when text.equals(id) -> Value.of(replacement);
            case Value.Text(String text) -> Value.of(InnerLinks.replaced(text, id, replacement));
            case Value.Many(var values) ->
                Value.of(values.stream()
                        .map(single -> replaced(single, id, replacement))
                        .distinct()
                        .toList());
            default -> value;
        };
    }
}
