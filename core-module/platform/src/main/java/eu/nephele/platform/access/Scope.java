package eu.nephele.platform.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a grant is limited to, beside perspective, workspace and path.
 *
 * @param nodeTypes of the entries concerned; empty for all
 * @param owner null for entries of whomever
 * @param locales whose values are concerned, shared ones are then not; null for all
 * @param fields names of the properties concerned; null for all
 * @param confidential of a grant that allows: whether confidential properties are among them
 */
public record Scope(
        Set<String> nodeTypes,
        @Nullable Owner owner,
        @Nullable Set<String> locales,
        @Nullable Set<String> fields,
        boolean confidential) {

    public static final Scope EVERYTHING = new Scope(Set.of(), null, null, null, true);

    /**
     * Whose entries.
     *
     * @param property that names the owner on the entry itself
     * @param anyOf the values it may have; with none of them, no entry is concerned
     */
    public record Owner(String property, Set<String> anyOf) {
        /** The property that says whose an entry is, in every content type that has it. */
        public static final String PROPERTY = "ownerOrganisation";

        public Owner {
            anyOf = Set.copyOf(anyOf);
        }

        Owner and(Owner other) {
            var both = new HashSet<>(anyOf);
            both.retainAll(property.equals(other.property) ? other.anyOf : Set.of());
            return new Owner(property, both);
        }
    }

    public Scope {
        nodeTypes = Set.copyOf(nodeTypes);
        locales = locales == null ? null : Set.copyOf(locales);
        fields = fields == null ? null : Set.copyOf(fields);
    }

    /** Both limits at once; empty where nothing is within both. */
    Optional<Scope> and(Scope other) {
        var types = nodeTypes.isEmpty()
                ? other.nodeTypes
                : other.nodeTypes.isEmpty() ? nodeTypes : common(nodeTypes, other.nodeTypes);
        var owners = owner == null ? other.owner : other.owner == null ? owner : owner.and(other.owner);
        var nothing = types.isEmpty() && !(nodeTypes.isEmpty() && other.nodeTypes.isEmpty());
        return nothing
                ? Optional.empty()
                : Optional.of(new Scope(
                        types,
                        owners,
                        common(locales, other.locales),
                        common(fields, other.fields),
                        confidential && other.confidential));
    }

    private static @Nullable Set<String> common(@Nullable Set<String> left, @Nullable Set<String> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        var both = new HashSet<>(left);
        both.retainAll(right);
        return both;
    }

    /** Whether it asks nothing of an entry. */
    boolean isForAnyEntry() {
        return nodeTypes.isEmpty() && owner == null;
    }

    /** Whether it reaches every field of an entry that it reaches. */
    boolean isForWholeEntries() {
        return locales == null && fields == null;
    }

    boolean concerns(Subject.Entry entry) {
        return (nodeTypes.isEmpty() || nodeTypes.contains(entry.nodeType()))
                && (owner == null
                        || entry.values().apply(owner.property()).stream().anyMatch(owner.anyOf()::contains));
    }

    boolean concerns(Subject.Field field) {
        return (locales == null || field.locale() != null && locales.contains(field.locale()))
                && (fields == null || fields.contains(field.name()));
    }
}
