package eu.nephele.platform.repository;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.memory.PropertyStates;
import org.apache.jackrabbit.util.ISO8601;
import org.jspecify.annotations.Nullable;

/** Values as JCR properties and back. A date keeps its offset and milliseconds, as JCR 2.0 section 3.6.4.3 writes them. */
final class Values {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private Values() {}

    static PropertyState toProperty(String name, Value value) {
        return switch (value) {
            case Value.Text text -> PropertyStates.createProperty(name, text.text(), Type.STRING);
            case Value.Flag flag -> PropertyStates.createProperty(name, flag.flag(), Type.BOOLEAN);
            case Value.Whole whole -> PropertyStates.createProperty(name, whole.number(), Type.LONG);
            case Value.Real real -> PropertyStates.createProperty(name, real.number(), Type.DOUBLE);
            case Value.Exact exact -> PropertyStates.createProperty(name, exact.number(), Type.DECIMAL);
            case Value.Moment moment -> PropertyStates.createProperty(name, date(moment.moment()), Type.DATE);
            case Value.Many many -> many(name, many.values());
        };
    }

    /** Refuses what {@link #toProperty} cannot store. */
    static void check(String name, Value value) {
        var values = value.each();
        var kind = values.isEmpty() ? Value.Text.class : values.getFirst().getClass();
        if (kind == Value.Many.class || values.stream().anyMatch(each -> each.getClass() != kind)) {
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE, "The values of `%s` must be single values of one type".formatted(name));
        }
        for (var each : values) {
            if (each instanceof Value.Text(var text) && text.codePoints().anyMatch(Names::isHalf)) {
                throw new PlatformException(
                        ErrorCode.INVALID_VALUE,
                        say("The text of `%s` has half a character: an unpaired surrogate", name));
            }
            if (each instanceof Value.Moment(var moment) && (moment.getYear() < 0 || moment.getYear() > 9999)) {
                throw new PlatformException(
                        ErrorCode.INVALID_VALUE, say("The year of `%s` must lie between 0 and 9999: %s", name, moment));
            }
        }
    }

    private static PropertyState many(String name, List<Value> values) {
        var first = values.isEmpty() ? Value.of("") : values.getFirst();
        return switch (first) {
            case Value.Text _ -> array(name, values, Value.Text.class, Value.Text::text, Type.STRINGS);
            case Value.Flag _ -> array(name, values, Value.Flag.class, Value.Flag::flag, Type.BOOLEANS);
            case Value.Whole _ -> array(name, values, Value.Whole.class, Value.Whole::number, Type.LONGS);
            case Value.Real _ -> array(name, values, Value.Real.class, Value.Real::number, Type.DOUBLES);
            case Value.Exact _ -> array(name, values, Value.Exact.class, Value.Exact::number, Type.DECIMALS);
            case Value.Moment _ -> array(name, values, Value.Moment.class, each -> date(each.moment()), Type.DATES);
            case Value.Many _ -> throw new IllegalStateException(name);
        };
    }

    private static <V extends Value, T> PropertyState array(
            String name, List<Value> values, Class<V> kind, Function<V, T> stored, Type<Iterable<T>> type) {
        return PropertyStates.createProperty(
                name, values.stream().map(kind::cast).map(stored).toList(), type);
    }

    static String date(OffsetDateTime moment) {
        var wholeMinutes = moment.getOffset().getTotalSeconds() % 60 == 0;
        return DATE.format(wholeMinutes ? moment : moment.withOffsetSameInstant(ZoneOffset.UTC));
    }

    /** The value, or null for a binary, which only a stream shows. */
    static @Nullable Value toValue(PropertyState property) {
        if (property.getType().tag() == Type.BINARY.tag()) {
            return null;
        }
        if (!property.isArray()) {
            return single(property, 0);
        }
        var values = new ArrayList<Value>(property.count());
        for (var index = 0; index < property.count(); index++) {
            values.add(single(property, index));
        }
        return new Value.Many(values);
    }

    private static Value single(PropertyState property, int index) {
        var tag = property.getType().tag();
        if (tag == Type.BOOLEAN.tag()) {
            return new Value.Flag(property.getValue(Type.BOOLEAN, index));
        } else if (tag == Type.LONG.tag()) {
            return new Value.Whole(property.getValue(Type.LONG, index));
        } else if (tag == Type.DOUBLE.tag()) {
            return new Value.Real(property.getValue(Type.DOUBLE, index));
        } else if (tag == Type.DECIMAL.tag()) {
            return new Value.Exact((BigDecimal) property.getValue(Type.DECIMAL, index));
        } else if (tag == Type.DATE.tag()) {
            return new Value.Moment(moment(property.getValue(Type.DATE, index)));
        }
        return new Value.Text(property.getValue(Type.STRING, index));
    }

    private static OffsetDateTime moment(String date) {
        try {
            return OffsetDateTime.parse(date);
        } catch (DateTimeException other) {
            var calendar = ISO8601.parse(date);
            if (calendar == null) {
                throw new PlatformException(ErrorCode.INTERNAL, "A stored date is none: " + date, other);
            }
            return calendar.toInstant()
                    .atZone(calendar.getTimeZone().toZoneId())
                    .toOffsetDateTime();
        }
    }
}
