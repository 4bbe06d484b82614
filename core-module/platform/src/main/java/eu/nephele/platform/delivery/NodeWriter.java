package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.Property;
import eu.nephele.platform.definition.EndpointDefinition.Resolver;
import eu.nephele.platform.delivery.Rendering.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a node in Magnolia's form: {@code @name}, {@code @path}, {@code @id}, {@code @nodeType}, its properties, its children under their own
 * names, and last {@code @nodes}, the names of the children that were written.
 */
final class NodeWriter {

    private final JsonGenerator json;
    private final Rendering rendering;
    private final EndpointPlan plan;
    private final ReferenceWriter references;
    private final FilmWriter films;

    NodeWriter(JsonGenerator json, Rendering rendering) {
        this.json = json;
        this.rendering = rendering;
        this.plan = rendering.plan;
        this.references = new ReferenceWriter(json, rendering, this);
        this.films = new FilmWriter(json, rendering);
    }

    void item(Found found) {
        var shape = found.shape();
        if (plan.endpoint.nephele() && shape != null && shape.type().isOfFiles()) {
            file(found, shape);
            return;
        }
        var node = rendering.withChildren(found, plan.levels());
        references.within(node.id(), () -> write(new Place(found, node, 0, 0, rendering.options, null)));
    }

    /** A file has the same form as where entries refer to it, with all sizes that pictures are offered in. */
    private void file(Found found, Shape shape) {
        rendering.countNode();
        rendering.shown(found.node(), shape);
        var sizes = List.copyOf(plan.endpoints.definitions.variations().keySet());
        new AssetWriter(
                        json,
                        new Links(rendering.settings.linkBase()),
                        plan.endpoints.localization,
                        rendering.language,
                        rendering.options::shows)
                .write(rendering.withChildren(found, 1), new Resolver.Asset(true, true, true, sizes));
    }

    /** An entry in place of a reference to it. */
    void expanded(Found found, int hop, @Nullable String link) {
        var workspace = found.location().workspace();
        var node = rendering.withChildren(found, plan.levels(workspace));
        var options = ItemOptions.of(List.of(), rendering.options.labels());
        references.within(node.id(), () -> write(new Place(found, node, 0, hop, options, link)));
    }

    /** What identifies a node. */
    void identity(ContentNode node, @Nullable String link) {
        json.writeStringProperty("@name", node.name());
        json.writeStringProperty("@path", node.path());
        json.writeStringProperty("@id", node.id());
        json.writeStringProperty("@nodeType", node.nodeType());
        if (link != null) {
            json.writeStringProperty("@link", link);
        }
    }

    /**
     * A node to be written.
     *
     * @param level below the item or the expanded reference
     * @param hop references followed so far
     */
    private record Place(
            String workspace,
            ContentNode node,
            @Nullable Shape shape,
            int level,
            int hop,
            ItemOptions options,
            @Nullable String link) {

        Place(Found found, ContentNode node, int level, int hop, ItemOptions options, @Nullable String link) {
            this(found.location().workspace(), node, found.shape(), level, hop, options, link);
        }
    }

    private void write(Place place) {
        var node = place.node();
        var shape = place.shape();
        rendering.countNode();
        if (place.level() == 0 || isEntry(place)) {
            rendering.shown(node, shape);
        }
        json.writeStartObject();
        identity(node, place.link());
        var declaredOnly = plan.endpoint.nephele() && shape != null;
        var values = plan.endpoints.localization.properties(node, shape, rendering.language, declaredOnly);
        values.keySet().removeIf(name -> !shows(place, name));
        values.forEach((name, value) -> property(place, name, value));
        node.properties().forEach((name, value) -> {
            if (isShownSystemProperty(name) && shows(place, name)) {
                json.writeName(name);
                ValueWriter.write(json, value, null);
            }
        });
        if (place.options().labels() && shape != null) {
            labels(shape, values);
        }
        if (declaredOnly) {
            films.write(node, shape, place.options());
        }
        children(place);
        json.writeEndObject();
    }

    /** Of a localized property, all its variants where values are raw. */
    private boolean shows(Place place, String name) {
        return place.options().shows(name)
                || place.options().shows(plan.endpoints.localization.baseName(name, place.shape()));
    }

    private void property(Place place, String name, Value value) {
        json.writeName(name);
        var property = declared(place.shape(), name);
        if (value instanceof Value.Many(List<Value> several)) {
            json.writeStartArray();
            several.forEach(one -> references.write(place.node(), name, property, one, place.hop()));
            json.writeEndArray();
        } else {
            references.write(place.node(), name, property, value, place.hop());
        }
    }

    private void children(Place place) {
        var shown = new ArrayList<String>();
        plan.endpoints
                .localization
                .children(place.node(), place.shape(), rendering.language)
                .forEach((name, child) -> {
                    if (shows(place, name) && isShownChild(place, name, child)) {
                        var shape = rendering.shape(child, place.workspace(), place.shape());
                        var options = ItemOptions.of(List.of(), place.options().labels());
                        json.writeName(name);
                        write(new Place(
                                place.workspace(), child, shape, place.level() + 1, place.hop(), options, null));
                        shown.add(name);
                    }
                });
        json.writeName("@nodes");
        json.writeStartArray();
        shown.forEach(json::writeString);
        json.writeEndArray();
    }

    private boolean isShownChild(Place place, String name, ContentNode child) {
        if (child.name().startsWith("nph:") || child.name().startsWith("rep:")) {
            return false;
        }
        var shape = place.shape();
        var property = declared(shape, name);
        if (property != null && property.confidential()) {
            return false;
        }
        var nephele = plan.endpoint.nephele();
        var declared = shape != null
                && (shape.elements() != null
                        || (property != null && plan.endpoints.shapes.nested(shape, property) != null));
        if (declared && nephele) {
            return true;
        }
        var isEntry = plan.endpoints.shapes.entry(place.workspace(), child) != null;
        return place.level() < plan.endpoint.depth()
                && plan.acceptsChild(child.nodeType(), rendering.reader)
                && (!nephele || shape == null || isEntry);
    }

    private boolean isShownSystemProperty(String name) {
        if (!SystemProperties.isSystem(name)) {
            return false;
        }
        return plan.endpoint.systemProperties().contains(name)
                || (plan.endpoint.includeSystemProperties() && !name.startsWith("nph:"));
    }

    private boolean isEntry(Place place) {
        return plan.endpoints.shapes.entry(place.workspace(), place.node()) != null;
    }

    private @Nullable Property declared(@Nullable Shape shape, String name) {
        return shape == null ? null : shape.property(plan.endpoints.localization.baseName(name, shape));
    }

    private void labels(Shape shape, Map<String, Value> values) {
        var coded = values.keySet().stream()
                .filter(name -> declared(shape, name) instanceof Property property && Labels.isCoded(property))
                .toList();
        if (coded.isEmpty()) {
            return;
        }
        json.writeName("@labels");
        json.writeStartObject();
        for (var name : coded) {
            var property = Objects.requireNonNull(declared(shape, name));
            if (property.vocabulary() != null) {
                rendering.vocabularies.add(property.vocabulary());
            }
            var locales = rendering.language.locales();
            var value = values.get(name);
            var labels = value.each().stream()
                    .map(one -> Value.of(plan.endpoints.labels.of(property, one.asText(), locales)))
                    .toList();
            json.writeName(name);
            ValueWriter.write(json, value instanceof Value.Many ? Value.of(labels) : labels.getFirst(), null);
        }
        json.writeEndObject();
    }
}
