package eu.nephele.api.content;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The value of a property, in the types that JCR can store. A day without time (content type {@code LocalDate}) is a
 * {@link Text} of the form {@code 2012-10-01} (also {@code 2012-10} or {@code 2012}); a geo point is a Text of the form {@code 44.8178,20.4569}
 * (latitude, longitude); an asset is a Text {@code jcr:<uuid>}; a reference is a Text with the target's id.
 */
public sealed interface Value {

    record Text(String text) implements Value {}

    record Flag(boolean flag) implements Value {}

    record Whole(long number) implements Value {}

    record Real(double number) implements Value {}

    record Exact(BigDecimal number) implements Value {}

    /** An instant with the offset it was given in. */
    record Moment(OffsetDateTime moment) implements Value {}

    /** A multi-valued property: values of one type, none of them a Many. */
    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(boolean flag) {
        return new Flag(flag);
    }

    static Value of(long number) {
        return new Whole(number);
    }

    static Value of(double number) {
        return new Real(number);
    }

    static Value of(BigDecimal number) {
        return new Exact(number);
    }

    static Value of(OffsetDateTime moment) {
        return new Moment(moment);
    }

    static Value of(List<? extends Value> values) {
        return new Many(List.copyOf(values));
    }

    static Value texts(String... texts) {
        return new Many(java.util.Arrays.stream(texts).map(Value::of).toList());
    }

    /** The single values in this one: itself, or those of a Many. */
    default List<Value> each() {
        return this instanceof Many many ? many.values() : List.of(this);
    }

    /** The plain text of a single value, as a filter would write it; a Many has its values joined by a comma. */
    default String asText() {
        return switch (this) {
            case Text value -> value.text();
            case Flag value -> Boolean.toString(value.flag());
            case Whole value -> Long.toString(value.number());
            case Real value -> Double.toString(value.number());
            case Exact value -> value.number().toPlainString();
            case Moment value -> value.moment().toString();
            case Many value ->
                String.join(",", value.values().stream().map(Value::asText).toList());
        };
    }
}
