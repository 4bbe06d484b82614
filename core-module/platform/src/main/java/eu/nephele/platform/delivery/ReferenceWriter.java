package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.EndpointDefinition.Resolver;
import eu.nephele.platform.delivery.Rendering.Found;
import eu.nephele.platform.richtext.InnerLinks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a value, or in its place the entry or asset it refers to. A value that cannot be resolved (no rule, too deep, nothing live
 * there) is written as it is stored. A rich text is written with addresses for its links to entries and assets.
 */
final class ReferenceWriter {

    private static final String ASSET = "jcr:";
    private static final Resolver.Asset WHOLE_ASSET = new Resolver.Asset(true, true, true, List.of());

    private final JsonGenerator json;
    private final Rendering rendering;
    private final NodeWriter nodes;
    private final Links links;
    private final Addresses addresses;
    private final int maxHops;
    private final Deque<String> expanding = new ArrayDeque<>();

    ReferenceWriter(JsonGenerator json, Rendering rendering, NodeWriter nodes) {
        this.json = json;
        this.rendering = rendering;
        this.nodes = nodes;
        this.links = new Links(rendering.settings.linkBase());
        this.addresses = new Addresses(rendering, links);
        var depth = rendering.plan.endpoint.referenceDepth();
        var most = rendering.settings.maxReferenceDepth();
        this.maxHops = depth < 0 ? most : Math.min(depth, most);
    }

    /** Writes something within the entry with the id, which is then not expanded again below itself. */
    void within(String id, Runnable writing) {
        expanding.push(id);
        writing.run();
        expanding.pop();
    }

    void write(ContentNode node, String name, @Nullable Property property, Value value, int hop) {
        if (value instanceof Value.Text(String text) && !text.isEmpty() && !rendering.isFull()) {
            var shallow = hop < maxHops;
            var written = switch (resolver(node, name, property)) {
                // An asset leads no further: our own endpoints always show it.
                case Resolver.Asset asset -> (shallow || rendering.plan.endpoint.nephele()) && asset(text, asset);
                case Resolver.Node entry -> shallow && entry(text, entry, target(property), hop);
                case null -> false;
            };
            if (written) {
                return;
            }
        }
        if (value instanceof Value.Text(String html)
                && property != null
                && property.type() == PropertyType.Scalar.RICH_TEXT) {
            json.writeString(InnerLinks.resolved(html, addresses));
        } else {
            ValueWriter.write(json, value, property);
        }
    }

    private @Nullable Resolver resolver(ContentNode node, String name, @Nullable Property property) {
        for (var rule : rendering.plan.endpoint.references()) {
            if (rule.propertyName().matcher(name).matches()
                    && (rule.nodeType() == null || rendering.reader.isNodeType(node.nodeType(), rule.nodeType()))) {
                return rule.resolver();
            }
        }
        if (!rendering.plan.endpoint.nephele() || property == null) {
            return null;
        }
        var target = target(property);
        if (target != null) {
            return rendering
                    .plan
                    .endpoints
                    .definitions
                    .contentType(target)
                    .map(type -> new Resolver.Node(type.workspace(), true, false))
                    .orElse(null);
        }
        return property.type() == PropertyType.Scalar.ASSET ? WHOLE_ASSET : null;
    }

    private static @Nullable String target(@Nullable Property property) {
        return property != null && property.type() instanceof PropertyType.Reference(String type) ? type : null;
    }

    private boolean entry(String id, Resolver.Node resolver, @Nullable String contentType, int hop) {
        if (!resolver.expand() && !resolver.generateLink()) {
            return false;
        }
        if (!rendering.plan.endpoint.referenceRepeat() && expanding.contains(id)) {
            json.writeStartObject();
            json.writeStringProperty("@id", id);
            json.writeEndObject();
            return true;
        }
        var found = rendering
                .find(id)
                .filter(target -> target.location().workspace().equals(resolver.targetWorkspace()))
                .filter(target -> isOfType(target, contentType))
                .orElse(null);
        if (found == null) {
            return false;
        }
        var link = resolver.generateLink() ? addresses.entry(found).orElse(null) : null;
        if (resolver.expand()) {
            nodes.expanded(found, hop + 1, link);
        } else {
            rendering.shown(found.node(), found.shape());
            json.writeStartObject();
            nodes.identity(found.node(), link);
            json.writeEndObject();
        }
        return true;
    }

    /** By Nephele's own rule only; Magnolia's rules name a workspace, not a type. */
    private boolean isOfType(Found target, @Nullable String contentType) {
        return contentType == null
                || !rendering.plan.endpoint.nephele()
                || (target.shape() != null && target.shape().type().name().equals(contentType));
    }

    private boolean asset(String value, Resolver.Asset resolver) {
        if (!value.startsWith(ASSET)) {
            return false;
        }
        var found = rendering
                .find(value.substring(ASSET.length()))
                .filter(target -> target.location().workspace().equals(Addresses.ASSET_WORKSPACE))
                .orElse(null);
        if (found == null) {
            return false;
        }
        rendering.countNode();
        rendering.shown(found.node(), found.shape());
        new AssetWriter(json, links, rendering.plan.endpoints.localization, rendering.language, name -> true)
                .write(rendering.withChildren(found, 1), resolver);
        return true;
    }
}
