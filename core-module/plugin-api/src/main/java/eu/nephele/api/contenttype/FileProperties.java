package eu.nephele.api.contenttype;

import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse.Kind;
import java.util.List;
import java.util.Set;

/** What search knows of a file, under the names that its metadata has. */
final class FileProperties {

    /**
     * {@code duration} in seconds, {@code width} and {@code height} in pixels, {@code orientation} (landscape, portrait, square), {@code pages}, {@code size} in
     * bytes, {@code format} (the media type), {@code language} of a document, {@code licence}.
     */
    static final List<Property> ALL = List.of(
            property("duration", Scalar.DOUBLE, Kind.RANGE),
            property("width", Scalar.LONG, Kind.RANGE),
            property("height", Scalar.LONG, Kind.RANGE),
            property("orientation", Scalar.STRING, Kind.FACET),
            property("pages", Scalar.LONG, Kind.RANGE),
            property("size", Scalar.LONG, Kind.RANGE),
            property("format", Scalar.STRING, Kind.FACET),
            property("language", Scalar.STRING, Kind.FACET),
            property("licence", Scalar.STRING, Kind.FACET));

    private FileProperties() {}

    private static Property property(String name, Scalar type, Kind kind) {
        return Property.of(name, type).withSearch(new SearchUse(Set.of(kind), 0));
    }
}
