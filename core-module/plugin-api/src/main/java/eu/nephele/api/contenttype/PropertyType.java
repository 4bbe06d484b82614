package eu.nephele.api.contenttype;

/** The type of a property: a scalar, a reference to entries of a type, or a nested model stored as child nodes. */
public sealed interface PropertyType {

    /** LOCAL_DATE is a day (or month or year) without time or zone; GEO_POINT is latitude,longitude; ASSET is {@code jcr:<uuid>}. */
    enum Scalar implements PropertyType {
        STRING,
        RICH_TEXT,
        BOOLEAN,
        LONG,
        DOUBLE,
        DECIMAL,
        DATE,
        LOCAL_DATE,
        GEO_POINT,
        ASSET
    }

    /** The id of an entry of the named content type. */
    record Reference(String contentType) implements PropertyType {}

    /** A child node shaped by the named sub-model of the same content type, or by another content type. */
    record Nested(String model) implements PropertyType {}
}
