package eu.nephele.platform.delivery;

import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.search.PropertyFilter;
import eu.nephele.platform.search.PropertyFilter.Operator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code property[operator]=value|value} into a filter. */
final class FilterParser {

    static final Map<String, Operator> OPERATORS = operators();

    /** Names that stand for no property of a type, with what search calls them. */
    static final Map<String, String> SPECIAL =
            Map.of("@name", "@name", "@id", "@id", "@jcr:uuid", "@id", "jcr:uuid", "@id", "@ancestor", "@ancestor");

    private static final Pattern FORM = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]*)])?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private final QueryFields fields;
    private final DeliverySettings settings;

    FilterParser(QueryFields fields, DeliverySettings settings) {
        this.fields = fields;
        this.settings = settings;
    }

    /** @param parameters the names of parameters that the reader may have meant instead of a property */
    PropertyFilter parse(Parameter parameter, java.util.Set<String> parameters) {
        var form = FORM.matcher(parameter.name());
        if (!form.matches()) {
            throw unknown(parameter.name(), parameter.name(), parameters);
        }
        var name = form.group(1);
        var field = fields.filterable.get(name);
        var special = SPECIAL.get(name);
        if (field == null && special == null) {
            throw unknown(parameter.name(), name, form.group(2) == null ? parameters : java.util.Set.of());
        }
        var operator = operator(parameter.name(), form.group(2));
        var type = field == null ? null : field.property().type();
        if (special != null
                && operator != Operator.EQ
                && operator != Operator.NE
                && !(operator == Operator.LIKE && special.equals("@name"))) {
            throw Refusal.unknown(
                    ErrorCode.INVALID_QUERY,
                    "operator of " + name,
                    parameter.name(),
                    form.group(2),
                    List.of("eq", "ne"));
        }
        var values = values(parameter, operator);
        for (var value : values) {
            check(parameter.name(), operator, type instanceof Scalar scalar ? scalar : null, value);
        }
        return new PropertyFilter(special == null ? name : special, operator, values);
    }

    private RuntimeException unknown(String parameter, String name, java.util.Set<String> parameters) {
        var allowed = new TreeSet<>(fields.filterable.keySet());
        allowed.removeIf(known -> isVariant(known));
        allowed.addAll(SPECIAL.keySet());
        allowed.addAll(parameters);
        var kind = parameters.isEmpty() ? "property" : "parameter";
        return Refusal.unknown(ErrorCode.BAD_REQUEST, kind, parameter, name, allowed);
    }

    /** The names for each locale would make the list unreadable. */
    private boolean isVariant(String name) {
        var field = fields.filterable.get(name);
        return field != null && field.localized() != null && !field.localized().equals(name);
    }

    private static Operator operator(String parameter, @Nullable String name) {
        if (name == null) {
            return Operator.EQ;
        }
        var operator = OPERATORS.get(name);
        if (operator == null) {
            throw Refusal.unknown(ErrorCode.INVALID_QUERY, "operator", parameter, name, OPERATORS.keySet());
        }
        return operator;
    }

    private List<String> values(Parameter parameter, Operator operator) {
        var values = List.of(parameter.value().split("\\|", -1));
        if (values.size() > settings.maxValues()) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    parameter.name(),
                    "%s has %d values: at most %d"
                            .formatted(Refusal.quoted(parameter.name()), values.size(), settings.maxValues()));
        }
        if (values.contains("")) {
            throw Refusal.value(
                    parameter.name(),
                    parameter.value(),
                    operator == Operator.NULL ? "true or false" : "a value; leave it out, or ask with [null]=true");
        }
        return values;
    }

    private static void check(String parameter, Operator operator, @Nullable Scalar type, String value) {
        switch (operator) {
            case NULL -> require(value.equals("true") || value.equals("false"), parameter, value, "true or false");
            case LIKE ->
                require(isText(type), parameter, "like", "another operator: only texts can be compared by pattern");
            case IN, NOT_IN -> {
                var bounds = value.split("~", -1);
                require(bounds.length == 2, parameter, value, "a range `low~high`");
                for (var bound : bounds) {
                    scalar(parameter, type, bound);
                }
            }
            default -> scalar(parameter, type, value);
        }
    }

    private static boolean isText(@Nullable Scalar type) {
        return type == null || type == Scalar.STRING || type == Scalar.RICH_TEXT || type == Scalar.LOCAL_DATE;
    }

    private static void scalar(String parameter, @Nullable Scalar type, String value) {
        switch (type) {
            case LONG, DOUBLE, DECIMAL -> require(isNumber(type, value), parameter, value, "a number");
            case BOOLEAN -> require(value.equals("true") || value.equals("false"), parameter, value, "true or false");
            case DATE ->
                require(
                        isDay(value) || isInstant(value),
                        parameter,
                        value,
                        "a day `2026-11-23` or an instant `2026-11-23T10:15:30.000+01:00`");
            case LOCAL_DATE ->
                require(
                        isDay(value) || isMonthOrYear(value),
                        parameter,
                        value,
                        "a day `2026-11-23`, a month `2026-11` or a year `2026`");
            case GEO_POINT ->
                throw Refusal.value(parameter, value, "left out: a place can only be asked for with [null]");
            case null, default -> require(!value.isEmpty(), parameter, value, "a value");
        }
    }

    private static void require(boolean right, String parameter, String value, String expected) {
        if (!right) {
            throw Refusal.value(parameter, value, expected);
        }
    }

    private static boolean isNumber(Scalar type, String value) {
        if (!NUMBER.matcher(value).matches()) {
            return false;
        }
        return type != Scalar.LONG || new BigDecimal(value).abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    private static boolean isDay(String value) {
        return parses(value, LocalDate::parse);
    }

    private static boolean isInstant(String value) {
        return parses(value, OffsetDateTime::parse);
    }

    private static boolean isMonthOrYear(String value) {
        return parses(value, YearMonth::parse) || (value.length() == 4 && parses(value, Year::parse));
    }

    private static boolean parses(String value, java.util.function.Function<String, Object> parser) {
        try {
            parser.apply(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Map<String, Operator> operators() {
        var operators = new LinkedHashMap<String, Operator>();
        new ArrayList<>(List.of(Operator.values()))
                .forEach(operator -> operators.put(
                        operator.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), operator));
        return java.util.Collections.unmodifiableMap(operators);
    }
}
