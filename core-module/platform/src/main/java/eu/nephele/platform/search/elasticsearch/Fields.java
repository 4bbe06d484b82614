package eu.nephele.platform.search.elasticsearch;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of the indexes that are searched together; the same name may be of different kinds in them. */
record Fields(List<IndexSchema> schemas) {

    Set<FieldKind> kinds(String field) {
        var kinds = EnumSet.noneOf(FieldKind.class);
        for (var schema : schemas) {
            var kind = schema.fields().get(field);
            if (kind != null) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /**
     * The first of the kinds that some index has the field as; empty where no index has the field. Refuses with INVALID_QUERY a
     * field that is of other kinds only.
     */
    Optional<FieldKind> kind(String field, FieldKind... allowed) {
        var kinds = kinds(field);
        for (var kind : allowed) {
            if (kinds.contains(kind)) {
                return Optional.of(kind);
            }
        }
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        throw new PlatformException(
                ErrorCode.INVALID_QUERY,
                "Field %s is of kind %s; this needs %s".formatted(field, kinds, List.of(allowed)));
    }

    /** The field's name in the cluster, as {@link #kind}. */
    Optional<String> stored(String field, FieldKind... allowed) {
        return kind(field, allowed).map(kind -> FieldNames.stored(kind, field));
    }
}
