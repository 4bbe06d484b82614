package eu.nephele.platform.search;

import eu.nephele.api.search.GeoPoint;

/** Which index fields a facet counts; refuses facets that the property's type has no sense for. */
record FacetFields(FacetRequest request, EntryField field) {

    String keywords() {
        return switch (field.kind()) {
            case TEXT, FLAG, DAY -> field.tree() == null ? field.name() : FieldNames.tree(field.name());
            case WHOLE, NUMBER -> {
                if (field.countedByValue()) {
                    yield FieldNames.value(field.name());
                }
                throw unsuitable("give it ranges, or declare `search: facet` on the property");
            }
            case INSTANT -> throw unsuitable("give it ranges or an interval");
            case POINT -> throw unsuitable("give it rings");
            case RICH_TEXT -> throw unsuitable("it has no values to count by");
        };
    }

    String numbers() {
        return switch (field.kind()) {
            case WHOLE, NUMBER, INSTANT -> field.name();
            case DAY -> FieldNames.day(field.name());
            default -> throw unsuitable("ranges need numbers or dates");
        };
    }

    String instants() {
        return switch (field.kind()) {
            case INSTANT -> field.name();
            case DAY -> FieldNames.day(field.name());
            default -> throw unsuitable("an interval needs dates");
        };
    }

    boolean isWhole() {
        return field.kind() == EntryField.Kind.WHOLE;
    }

    boolean isPoint() {
        return field.kind() == EntryField.Kind.POINT;
    }

    GeoPoint origin() {
        if (request.origin() == null) {
            throw Refusals.query(
                    "facet.%s.origin".formatted(request.name()),
                    "required",
                    "Facet %s counts by distance: say from where by facet.%s.origin=latitude,longitude"
                            .formatted(request.name(), request.name()));
        }
        return request.origin();
    }

    boolean isNumeric() {
        return field.kind() == EntryField.Kind.WHOLE || field.kind() == EntryField.Kind.NUMBER;
    }

    private RuntimeException unsuitable(String why) {
        return Refusals.query(
                request.name(),
                "facet",
                "Facet %s: %s is %s: %s"
                        .formatted(
                                request.name(), request.property(), field.kind().description(), why));
    }
}
