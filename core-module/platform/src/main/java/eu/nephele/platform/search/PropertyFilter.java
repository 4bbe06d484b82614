package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import java.util.List;

/**
 * What a property must be.
 *
 * @param property the stored name ({@code title_de}), a nested one with slashes ({@code ictIntroduced/year}), or {@code @name}, {@code @id},
 *     {@code @ancestor}
 * @param values any of them will do. For IN and NOT_IN each is a range {@code low~high}, both included; for LIKE, {@code %} and {@code _}
 *     stand for characters; for NULL, {@code true} or {@code false}; for WITHIN and BOX see {@link Places}. For EQ and NE a number or a date
 *     may be a range {@code low~high}, its end excluded
 * @param ranges of numbers or dates, which a value of EQ and NE may name by their key
 */
public record PropertyFilter(String property, Operator operator, List<String> values, List<Facet.Range> ranges) {

    public enum Operator {
        EQ,
        NE,
        GT,
        GTE,
        LT,
        LTE,
        LIKE,
        IN,
        NOT_IN,
        NULL,
        WITHIN,
        BOX
    }

    public PropertyFilter {
        values = List.copyOf(values);
        ranges = List.copyOf(ranges);
    }

    public PropertyFilter(String property, Operator operator, List<String> values) {
        this(property, operator, values, List.of());
    }

    PropertyFilter with(Operator other) {
        return new PropertyFilter(property, other, values, ranges);
    }

    PropertyFilter with(String value) {
        return new PropertyFilter(property, operator, List.of(value), ranges);
    }
}
