package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.repository.ContentReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers with the children of a node: a plain array on Magnolia's endpoints, a page of results on our own. */
final class ChildrenAnswer {

    static final Set<String> PARAMETERS = Set.of("offset", "limit", "fields", "labels", LeastRevision.PARAMETER);

    private static final int MAX_COUNTED = 10_000;

    private final LiveContent content;
    private final Items items;
    private final DeliverySettings settings;

    ChildrenAnswer(LiveContent content, Items items, DeliverySettings settings) {
        this.content = content;
        this.items = items;
        this.settings = settings;
    }

    DeliveryAnswer answer(Endpoints.Match match, List<Parameter> given, Language language, boolean negotiated) {
        var plan = match.plan();
        var parameters = new Parameters(given, PARAMETERS, settings);
        Delivery.refuseUnknown(plan, parameters, PARAMETERS);
        var limit = parameters.number("limit", plan.endpoint.limit(), 0, plan.endpoint.maxLimit());
        var offset = parameters.number("offset", 0, 0, settings.maxOffset() - limit);
        var options = QueryParser.options(plan, parameters);
        var parent = plan.location(match.nodePath());
        var wanted = content.read(reader -> {
            requireParent(plan, parent, language, reader);
            return children(plan, parent, offset, limit, reader)
                    .map(ChildrenAnswer::wanted)
                    .toList();
        });
        var results = items.of(plan, wanted, language, options);
        var body = new JsonBody();
        if (plan.endpoint.nephele()) {
            body.json.writeStartObject();
            body.json.writeName("results");
            body.items(results);
            body.json.writeNumberProperty("total", count(plan, parent, language));
            body.json.writeNumberProperty("offset", offset);
            body.json.writeNumberProperty("limit", limit);
            body.json.writeEndObject();
        } else {
            body.items(results);
        }
        var keys = Stream.concat(
                        plan.types.stream().map(type -> "type-" + type.name()),
                        results.stream()
                                .flatMap(item -> Stream.of(item.surrogateKeys().split(" "))))
                .distinct()
                .limit(100)
                .collect(Collectors.joining(" "));
        return new DeliveryAnswer(body.once(), language.tag(), negotiated, plan.endpoint.cache(), keys);
    }

    private void requireParent(EndpointPlan plan, Location parent, Language language, ContentReader reader) {
        if (!parent.path().equals("/")) {
            new Rendering(plan, language, ItemOptions.ALL, reader, settings)
                    .find(parent)
                    .orElseThrow(() -> Items.notFound(parent));
        }
    }

    private static Stream<ContentNode> children(
            EndpointPlan plan, Location parent, int offset, int limit, ContentReader reader) {
        var types = Set.copyOf(plan.endpoint.nodeTypes());
        if (!plan.endpoint.strict()) {
            return reader.children(parent, types, offset, limit).stream();
        }
        return reader.children(parent, types, 0, MAX_COUNTED).stream()
                .filter(child -> types.contains(child.nodeType()))
                .skip(offset)
                .limit(limit);
    }

    private String counted(EndpointPlan plan, Location parent, ContentReader reader) {
        return Long.toString(children(plan, parent, 0, MAX_COUNTED, reader).count());
    }

    private long count(EndpointPlan plan, Location parent, Language language) {
        var place = ItemCache.place(parent.workspace(), parent.path());
        return Long.parseLong(
                items.kept(plan, "@count " + place, language, place, it -> counted(plan, parent, it.reader)));
    }

    private static Items.Wanted wanted(ContentNode node) {
        return new Items.Wanted(
                node.id(), node.value(SystemProperties.REVISION) instanceof Value.Whole(long revision) ? revision : 0);
    }
}
