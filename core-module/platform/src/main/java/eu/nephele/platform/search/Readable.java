package eu.nephele.platform.search;

import eu.nephele.api.content.Location;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.search.Query;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Reach;
import eu.nephele.platform.access.Scope.Owner;
import eu.nephele.platform.definition.Definitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an actor may read, as a condition: what she may not is neither found, nor counted, nor seen in a facet. */
record Readable(Definitions definitions, Actor actor) {

    private static final Query NOTHING = new Query.Not(new Query.All());

    /** The condition for entries of these types; null where she may read them all. */
    @Nullable
    Query in(EntryQuery query) {
        var conditions = new ArrayList<Query>();
        var limited = false;
        for (var name : query.contentTypes()) {
            var type = definitions.contentTypes().get(name);
            if (type == null) {
                continue;
            }
            var root = new Location(
                    query.perspective(), type.workspace(), type.datasource().rootPath());
            var limits = limits(type, actor.reach(Action.READ, root, type.nodeType()));
            limited |= !limits.isEmpty();
            var all = new ArrayList<Query>(limits);
            all.add(new Query.Terms(FieldNames.TYPE, Set.of(DocumentFields.keyword(name))));
            conditions.add(new Query.AllOf(all));
        }
        return limited ? new Query.AnyOf(conditions) : null;
    }

    private static List<Query> limits(ContentType type, Reach reach) {
        if (!reach.any()) {
            return List.of(NOTHING);
        }
        var limits = new ArrayList<Query>();
        if (reach.owner() != null) {
            limits.add(hasOwner(type, reach.owner()));
        }
        if (!reach.below().isEmpty()) {
            limits.add(isBelow(reach.below()));
        }
        if (!reach.notBelow().isEmpty()) {
            limits.add(new Query.Not(isBelow(reach.notBelow())));
        }
        reach.notOwners().forEach(owner -> limits.add(new Query.Not(hasOwner(type, owner))));
        return limits;
    }

    private static Query hasOwner(ContentType type, Owner owner) {
        return type.property(owner.property()).isPresent()
                ? new Query.Terms(owner.property(), keywords(owner.anyOf()))
                : NOTHING;
    }

    private static Query isBelow(Set<String> paths) {
        return new Query.AnyOf(List.of(
                new Query.Terms(FieldNames.ANCESTOR, keywords(paths)),
                new Query.Terms(FieldNames.PATH, keywords(paths))));
    }

    private static Set<String> keywords(Collection<String> texts) {
        return texts.stream().map(DocumentFields::keyword).collect(Collectors.toSet());
    }
}
