package eu.nephele.platform.search;

import eu.nephele.api.search.GeoPoint;
import eu.nephele.api.search.Query;
import eu.nephele.platform.definition.Rings;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads points ({@code 44.82,20.46}) and the filters on them: WITHIN a distance or a ring ({@code 44.82,20.46,50km},
 * {@code 44.82,20.46,10km~50km}), in a BOX of its south-western and north-eastern corners.
 */
public final class Places {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,3}(\\.[0-9]{1,20})?");

    private Places() {}

    public static Optional<GeoPoint> point(String text) {
        return coordinates(text, 2).map(numbers -> new GeoPoint(numbers[0], numbers[1]));
    }

    static Query query(PropertyFilter filter, EntryField field, String value) {
        if (field.kind() != EntryField.Kind.POINT) {
            throw Refusals.query(
                    filter.property(),
                    "operator",
                    "%s is %s: only places have distances"
                            .formatted(filter.property(), field.kind().description()));
        }
        return filter.operator() == PropertyFilter.Operator.BOX
                ? box(filter, field, value)
                : within(filter, field, value);
    }

    private static Query within(PropertyFilter filter, EntryField field, String value) {
        var comma = value.lastIndexOf(',');
        var origin = comma < 0 ? Optional.<GeoPoint>empty() : point(value.substring(0, comma));
        var ring = Rings.ring(value.substring(comma + 1));
        if (origin.isEmpty() || ring.isEmpty()) {
            throw Refusals.value(
                    filter.property(),
                    value,
                    "latitude,longitude,distance, such as 44.82,20.46,50km, or a ring, such as 44.82,20.46,10km~50km");
        }
        var from = ring.get().from();
        var to = ring.get().to();
        var conditions = new ArrayList<Query>();
        conditions.add(distance(field, origin.get(), to));
        if (from != null && from > 0) {
            conditions.add(new Query.Not(distance(field, origin.get(), Math.nextDown(from))));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Query.AllOf(conditions);
    }

    private static Query distance(EntryField field, GeoPoint origin, @Nullable Double metres) {
        return metres == null ? new Query.Exists(field.name()) : new Query.GeoDistance(field.name(), origin, metres);
    }

    private static Query box(PropertyFilter filter, EntryField field, String value) {
        return coordinates(value, 4)
                .filter(box -> box[0] <= box[2])
                .map(box -> new Query.GeoBox(field.name(), box[2], box[1], box[0], box[3]))
                .orElseThrow(() -> Refusals.value(
                        filter.property(),
                        value,
                        "the south-western and the north-eastern corner, such as 44.5,20.1,45.3,20.9"));
    }

    /** Latitudes and longitudes in turn. */
    private static Optional<double[]> coordinates(String text, int count) {
        var parts = text.split(",", -1);
        if (parts.length != count) {
            return Optional.empty();
        }
        var numbers = new double[count];
        for (var i = 0; i < count; i++) {
            var part = parts[i].strip();
            if (!NUMBER.matcher(part).matches()) {
                return Optional.empty();
            }
            numbers[i] = Double.parseDouble(part);
            if (Math.abs(numbers[i]) > (i % 2 == 0 ? 90 : 180)) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }
}
