package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.access.Subject.Field;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.NestedModel;
import eu.nephele.platform.definition.LocaleDefinition;
import eu.nephele.platform.validation.StoredProperty;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which values of an entry somebody may see or change. What is nested counts as part of the property it lies in, and is confidential when
 * anything above it is; its locale is its own.
 */
final class FieldRights {

    private final Definitions definitions;
    private final ContentType type;
    private final Actor actor;
    private final Subject entry;

    FieldRights(Definitions definitions, ContentType type, Actor actor, Subject entry) {
        this.definitions = definitions;
        this.type = type;
        this.actor = actor;
        this.entry = entry;
    }

    /** The node without what the actor may not read. */
    ContentNode visible(ContentNode node) {
        return actor.decidesByField() ? visible(node, new NestedModel(type, type.model()), null) : node;
    }

    /** The entry as it is to become, with what the actor may not read as it was before: she can neither repeat it nor mean to remove it. */
    ContentNode keepingHidden(ContentNode before, ContentNode after) {
        return actor.decidesByField() ? keepingHidden(before, visible(before), after) : after;
    }

    private static ContentNode keepingHidden(ContentNode before, ContentNode visible, ContentNode after) {
        var properties = new LinkedHashMap<>(after.properties());
        before.properties().forEach((name, value) -> {
            if (visible.value(name) == null) {
                properties.putIfAbsent(name, value);
            }
        });
        var children = new LinkedHashMap<String, ContentNode>();
        after.children().forEach(child -> children.put(child.name(), child));
        for (var child : before.children()) {
            var seen = visible.child(child.name());
            var kept = children.get(child.name());
            if (seen.isEmpty()) {
                children.putIfAbsent(child.name(), child);
            } else if (kept != null) {
                children.put(child.name(), keepingHidden(child, seen.get(), kept));
            }
        }
        return after.withProperties(properties).withChildren(List.copyOf(children.values()));
    }

    private ContentNode visible(ContentNode node, NestedModel shape, @Nullable Field above) {
        var properties = new LinkedHashMap<String, Value>();
        node.properties().forEach((name, value) -> {
            var field = field(name, shape, above);
            if (field == null || mayRead(field)) {
                properties.put(name, value);
            }
        });
        var children = node.children().stream()
                .flatMap(child -> {
                    var field = field(child.name(), shape, above);
                    return field == null || mayRead(field)
                            ? Stream.of(visibleChild(child, shape, field))
                            : Stream.<ContentNode>empty();
                })
                .toList();
        return node.withProperties(properties).withChildren(children);
    }

    private ContentNode visibleChild(ContentNode child, NestedModel shape, @Nullable Field field) {
        var below = below(child.name(), shape);
        if (below == null || field == null) {
            return child;
        }
        return below.multiple()
                ? child.withChildren(child.children().stream()
                        .map(item -> visible(item, below.model(), field))
                        .toList())
                : visible(child, below.model(), field);
    }

    private boolean mayRead(Field field) {
        return actor.may(Action.READ, entry.with(field));
    }

    /** Refuses the first change that the actor may not make, naming it. */
    void requireChanges(@Nullable ContentNode before, ContentNode after) {
        if (!actor.decidesByField()) {
            return;
        }
        var changed = new LinkedHashSet<Changed>();
        var shape = new NestedModel(type, type.model());
        collect(before, after, shape, null, "", changed);
        for (var change : changed) {
            var decision = actor.decide(Action.WRITE, entry.with(change.field()));
            if (!decision.allowed()) {
                throw actor.refusal(
                        say(
                                "%s may not change `%s` of %s",
                                actor.name(), change.path(), entry.location().path()),
                        decision,
                        new FieldError(change.path(), "denied", decision.rule()));
            }
        }
    }

    /** Refuses when the actor may not write one of these values; stored names with the path to them. */
    void requireWritable(Collection<String> paths) {
        if (!actor.decidesByField()) {
            return;
        }
        var site = definitions.site();
        for (var path : paths) {
            var top = path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/'));
            var suffix = site.locales().stream()
                    .filter(locale -> path.endsWith("_" + locale.suffix()))
                    .max(Comparator.comparingInt(locale -> locale.suffix().length()));
            StoredProperty.of(top, type.model(), site).ifPresent(stored -> {
                var locale = suffix.map(LocaleDefinition::id).orElse(site.defaultLocale());
                var property = stored.property();
                var decision = actor.decide(
                        Action.WRITE, entry.with(new Field(property.name(), locale, property.confidential())));
                if (!decision.allowed()) {
                    throw actor.refusal(
                            say(
                                    "%s may not change `%s` of %s",
                                    actor.name(), path, entry.location().path()),
                            decision,
                            new FieldError(path, "denied", decision.rule()));
                }
            });
        }
    }

    /** Refuses an action that concerns the entry as a whole, such as a move. */
    static void requireWhole(Actor actor, Action action, Subject entry) {
        actor.require(action, entry);
        actor.require(action, entry.with(Field.WHOLE));
    }

    private record Changed(String path, Field field) {}

    private void collect(
            @Nullable ContentNode before,
            @Nullable ContentNode after,
            NestedModel shape,
            @Nullable Field above,
            String path,
            Set<Changed> changed) {
        names(before, after).forEach(name -> {
            var field = field(name, shape, above);
            if (field != null && !Objects.equals(value(before, name), value(after, name))) {
                changed.add(new Changed(path + name, field));
            }
        });
        for (var name : childNames(before, after)) {
            var field = field(name, shape, above);
            var below = below(name, shape);
            if (field == null || below == null) {
                continue;
            }
            var left = child(before, name);
            var right = child(after, name);
            var size = changed.size();
            if (below.multiple()) {
                childNames(left, right)
                        .forEach(item -> collect(
                                child(left, item),
                                child(right, item),
                                below.model(),
                                field,
                                path + name + "/" + item + "/",
                                changed));
            } else {
                collect(left, right, below.model(), field, path + name + "/", changed);
            }
            if (changed.size() == size && children(left) != children(right)) {
                changed.add(new Changed(path + name, field));
            }
        }
    }

    private static int children(@Nullable ContentNode node) {
        return node == null ? -1 : node.children().size();
    }

    private static Set<String> names(@Nullable ContentNode before, @Nullable ContentNode after) {
        var names = new LinkedHashSet<String>();
        for (var node : nodes(before, after)) {
            names.addAll(node.properties().keySet());
        }
        return names;
    }

    private static Set<String> childNames(@Nullable ContentNode before, @Nullable ContentNode after) {
        var names = new LinkedHashSet<String>();
        for (var node : nodes(before, after)) {
            node.children().forEach(child -> names.add(child.name()));
        }
        return names;
    }

    private static List<ContentNode> nodes(@Nullable ContentNode before, @Nullable ContentNode after) {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable Value value(@Nullable ContentNode node, String name) {
        return node == null ? null : node.value(name);
    }

    private static @Nullable ContentNode child(@Nullable ContentNode node, String name) {
        return node == null ? null : node.child(name).orElse(null);
    }

    /** Null for what is no property of the model, such as the platform's own. */
    private @Nullable Field field(String storedName, NestedModel shape, @Nullable Field above) {
        if (SystemProperties.isSystem(storedName)) {
            return null;
        }
        return StoredProperty.of(storedName, shape.model(), definitions.site())
                .map(stored -> {
                    var property = stored.property();
                    var locale = property.i18n() ? stored.locale() : above == null ? null : above.locale();
                    var confidential = property.confidential() || above != null && above.confidential();
                    return new Field(above == null ? property.name() : above.name(), locale, confidential);
                })
                .orElse(null);
    }

    private record Below(NestedModel model, boolean multiple) {}

    private @Nullable Below below(String storedName, NestedModel shape) {
        return StoredProperty.of(storedName, shape.model(), definitions.site())
                .map(StoredProperty::property)
                .filter(property -> property.type() instanceof PropertyType.Nested)
                .flatMap(property -> definitions
                        .nested(shape.owner(), (PropertyType.Nested) property.type())
                        .map(model -> new Below(model, property.multiple())))
                .orElse(null);
    }
}
