package eu.nephele.platform.delivery;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.search.PropertyFilter;
import eu.nephele.platform.search.PropertyFilter.Operator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code property[operator]=value|value} into a filter. Which properties may be asked about is decided here; whether a value has
 * the property's form, by search.
 */
final class FilterParser {

    static final Map<String, Operator> OPERATORS = operators();

    /** Names that stand for no property of a type, with what search calls them. */
    static final Map<String, String> SPECIAL = Map.of(
            "@name", "@name",
            "@path", "@path",
            "@id", "@id",
            "@jcr:uuid", "@id",
            "jcr:uuid", "@id",
            "@ancestor", "@ancestor",
            "@languages", "@languages",
            "@type", "@type");

    private static final Pattern FORM = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]*)])?");

    private final QueryFields fields;
    private final DeliverySettings settings;

    FilterParser(QueryFields fields, DeliverySettings settings) {
        this.fields = fields;
        this.settings = settings;
    }

    /** @param parameters the names of parameters that the reader may have meant instead of a property */
    PropertyFilter parse(Parameter parameter, Set<String> parameters) {
        var form = FORM.matcher(parameter.name());
        if (!form.matches()) {
            throw unknown(parameter.name(), parameter.name(), parameters);
        }
        var name = form.group(1);
        if (!fields.filterable.containsKey(name) && !fields.system.contains(name) && !SPECIAL.containsKey(name)) {
            throw unknown(parameter.name(), name, form.group(2) == null ? parameters : Set.of());
        }
        var operator = operator(parameter.name(), form.group(2));
        if (name.equals("@ancestor") && (operator == Operator.EQ || operator == Operator.NE)) {
            return new PropertyFilter(name, operator, paths(parameter));
        }
        var namesRanges = operator == Operator.EQ || operator == Operator.NE;
        return new PropertyFilter(
                SPECIAL.getOrDefault(name, name),
                operator,
                values(parameter),
                namesRanges ? fields.ranges(name) : List.of());
    }

    private RuntimeException unknown(String parameter, String name, Set<String> parameters) {
        var facet = fields.facets.get(name);
        if (facet != null) {
            return Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    parameter,
                    "%s is a facet: choose its values by its property, %s"
                            .formatted(
                                    Refusal.quoted(name),
                                    Refusal.quoted(facet.definition().property())));
        }
        var allowed = new TreeSet<>(fields.filterableNames());
        allowed.addAll(SPECIAL.keySet());
        allowed.addAll(parameters);
        var kind = parameters.isEmpty() ? "property" : "parameter";
        return Refusal.unknown(ErrorCode.BAD_REQUEST, kind, parameter, name, allowed);
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

    /** A slash at the end makes no other path. */
    private List<String> paths(Parameter parameter) {
        var paths = values(parameter);
        if (!paths.stream().allMatch(path -> path.startsWith("/"))) {
            throw Refusal.value(parameter.name(), parameter.value(), "a path from the root, such as `/lakes`");
        }
        return paths.stream().map(path -> path.replaceFirst("(?<=[^/])/$", "")).toList();
    }

    private List<String> values(Parameter parameter) {
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
                    "a value: leave the parameter out, or ask for entries without the property by [null]=true");
        }
        return values;
    }

    private static Map<String, Operator> operators() {
        var operators = new LinkedHashMap<String, Operator>();
        for (var operator : Operator.values()) {
            operators.put(operator.name().toLowerCase(Locale.ROOT).replace('_', '-'), operator);
        }
        return Collections.unmodifiableMap(operators);
    }
}
