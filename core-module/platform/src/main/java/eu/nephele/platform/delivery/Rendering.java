package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.repository.ContentReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One entry being rendered: what it is read from, and what of it was used so far. */
final class Rendering {

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MAX_ENTRY_KEYS = 60;

    /** A node with what is known of it. Its children are not read yet. */
    record Found(
            Location location, ContentNode node, @Nullable Shape shape) {}

    final EndpointPlan plan;
    final Language language;
    final ItemOptions options;
    final ContentReader reader;
    final DeliverySettings settings;
    final Set<String> vocabularies = new TreeSet<>();
    private final Set<String> sources = new LinkedHashSet<>();
    private final Set<String> entries = new LinkedHashSet<>();
    private final Set<String> types = new TreeSet<>();
    private int nodes;

    Rendering(
            EndpointPlan plan,
            Language language,
            ItemOptions options,
            ContentReader reader,
            DeliverySettings settings) {
        this.plan = plan;
        this.language = language;
        this.options = options;
        this.reader = reader;
        this.settings = settings;
    }

    /** @param begun what {@link ItemCache#begin} said before the reader was opened */
    Item item(Found found, long begun) {
        var bytes = new ByteArrayOutputStream(2_048);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new NodeWriter(json, this).item(found);
        }
        var location = found.location();
        var place = ItemCache.place(location.workspace(), location.path());
        if (plan.endpoint.depth() > 0) {
            sources.add(place);
        }
        var revision = found.node().value(SystemProperties.REVISION) instanceof Value.Whole(long number) ? number : 0;
        return kept(found.node().id(), place, revision, bytes.toByteArray(), begun);
    }

    /** A text made with this rendering, to be kept like an item. */
    Item remark(String name, String place, String text, long begun) {
        sources.add(place);
        return kept(name, place, 0, text.getBytes(StandardCharsets.UTF_8), begun);
    }

    private Item kept(String id, String place, long revision, byte[] bytes, long begun) {
        var keys = new ArrayList<String>();
        entries.stream().limit(MAX_ENTRY_KEYS).forEach(entry -> keys.add("entry-" + entry));
        types.forEach(type -> keys.add("type-" + type));
        vocabularies.forEach(vocabulary -> keys.add("vocabulary-" + vocabulary));
        return new Item(
                id,
                place,
                revision,
                Body.kept(bytes),
                Set.copyOf(sources),
                Set.copyOf(types),
                String.join(" ", keys),
                new Item.Freshness(begun));
    }

    /** The live node at a place, unless it is, or lies in, a confidential property. */
    Optional<Found> find(Location location) {
        if (location.path().equals("/")) {
            return reader.node(location, 0).map(node -> new Found(location, node, null));
        }
        Found found = null;
        var path = location.path();
        for (var end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
            var here = new Location(Perspective.LIVE, location.workspace(), end < 0 ? path : path.substring(0, end));
            var node = reader.node(here, 0).orElse(null);
            if (node == null || isHidden(node.name(), found)) {
                return Optional.empty();
            }
            sources.add(node.id());
            found = new Found(here, node, shape(node, here.workspace(), found == null ? null : found.shape()));
            if (end < 0) {
                return Optional.of(found);
            }
        }
    }

    /** The live node with an id, which something refers to. What is not there is noted too: the answer changes once it is. */
    Optional<Found> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        sources.add(id);
        entries.add(id);
        return reader.locate(Perspective.LIVE, id).flatMap(this::find);
    }

    /** The shape of a node whose parent's is known. */
    @Nullable
    Shape shape(ContentNode node, String workspace, @Nullable Shape parent) {
        var shapes = plan.endpoints.shapes;
        if (parent != null) {
            if (parent.elements() != null) {
                return parent.elements();
            }
            var property = parent.property(plan.endpoints.localization.baseName(node.name(), parent));
            var nested = property == null ? null : shapes.nested(parent, property);
            if (nested != null) {
                return nested;
            }
        }
        return shapes.entry(workspace, node);
    }

    ContentNode withChildren(Found found, int levels) {
        return levels == 0
                ? found.node()
                : reader.node(found.location(), levels).orElse(found.node());
    }

    /** Notes that an entry, or an asset, is shown. */
    void shown(ContentNode node, @Nullable Shape shape) {
        sources.add(node.id());
        entries.add(node.id());
        if (shape != null) {
            types.add(shape.type().name());
        }
    }

    void countNode() {
        nodes++;
    }

    boolean isFull() {
        return nodes >= settings.maxNodes();
    }

    private boolean isHidden(String name, @Nullable Found parent) {
        if (name.startsWith("nph:") || name.startsWith("rep:")) {
            return true;
        }
        var shape = parent == null ? null : parent.shape();
        var property = shape == null ? null : shape.property(plan.endpoints.localization.baseName(name, shape));
        return property != null && property.confidential();
    }
}
