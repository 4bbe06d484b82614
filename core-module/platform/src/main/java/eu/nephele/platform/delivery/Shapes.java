package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.Definitions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the shape of nodes. */
final class Shapes {

    private static final int MAX_NESTING = 16;

    private final Map<String, Shape> entries = new HashMap<>();
    private final Map<NestedName, Optional<Shape>> nested = new ConcurrentHashMap<>();
    private final Map<String, List<ContentType>> byWorkspace = new HashMap<>();
    private final Map<String, Integer> nesting = new HashMap<>();

    private final Definitions definitions;

    private record NestedName(String contentType, String model) {}

    Shapes(Definitions definitions) {
        this.definitions = definitions;
        definitions.contentTypes().values().stream()
                .sorted(Comparator.comparing(ContentType::name))
                .forEach(type -> {
                    entries.put(type.name(), Shape.of(type, type.model()));
                    byWorkspace
                            .computeIfAbsent(type.workspace(), workspace -> new ArrayList<>())
                            .add(type);
                });
        byWorkspace.forEach((workspace, types) -> nesting.put(
                workspace,
                types.stream()
                        .mapToInt(type ->
                                nesting(entries.get(type.name()), Collections.newSetFromMap(new IdentityHashMap<>())))
                        .max()
                        .orElse(0)));
    }

    @Nullable
    Shape entry(String contentType) {
        return entries.get(contentType);
    }

    /** The shape of a node that is an entry; null when no content type describes it. */
    @Nullable
    Shape entry(String workspace, ContentNode node) {
        ContentType best = null;
        for (var type : byWorkspace.getOrDefault(workspace, List.of())) {
            if (type.nodeType().equals(node.nodeType()) && lies(node.path(), root(type))) {
                best = best == null || root(type).length() > root(best).length() ? type : best;
            }
        }
        return best == null ? null : entries.get(best.name());
    }

    /** The shape of the child that holds a nested property. */
    @Nullable
    Shape nested(Shape parent, Property property) {
        if (!(property.type() instanceof PropertyType.Nested type)) {
            return null;
        }
        var shape = nested.computeIfAbsent(
                        new NestedName(parent.type().name(), type.model()),
                        name -> definitions
                                .nested(parent.type(), type)
                                .map(found -> Shape.of(found.owner(), found.model())))
                .orElse(null);
        return shape == null || !property.multiple() ? shape : Shape.listOf(shape);
    }

    /** How many levels of children the nested properties of entries in the workspace take at most. */
    int nesting(String workspace) {
        return nesting.getOrDefault(workspace, 0);
    }

    private int nesting(Shape shape, Set<Shape> above) {
        if (above.size() >= MAX_NESTING || !above.add(shape)) {
            return MAX_NESTING;
        }
        var deepest = 0;
        for (var property : shape.properties().values()) {
            var child = nested(shape, property);
            if (child != null) {
                var elements = child.elements();
                var below = elements == null ? 1 + nesting(child, above) : 2 + nesting(elements, above);
                deepest = Math.max(deepest, below);
            }
        }
        above.remove(shape);
        return Math.min(deepest, MAX_NESTING);
    }

    private static String root(ContentType type) {
        return type.datasource().rootPath();
    }

    private static boolean lies(String path, String root) {
        return root.equals("/") || path.equals(root) || path.startsWith(root + "/");
    }
}
