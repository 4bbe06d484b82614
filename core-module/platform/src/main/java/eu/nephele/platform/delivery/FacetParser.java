package eu.nephele.platform.delivery;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.search.Facet;
import eu.nephele.api.search.GeoPoint;
import eu.nephele.platform.delivery.DeliveryRequest.Parameter;
import eu.nephele.platform.delivery.QueryFields.FacetField;
import eu.nephele.platform.search.FacetRequest;
import eu.nephele.platform.search.LabelMatch;
import eu.nephele.platform.search.Places;
import eu.nephele.platform.search.PropertyFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code facets} and the options {@code facet.<name>.<option>}. */
final class FacetParser {

    private static final Pattern OPTION = Pattern.compile("facet\\.(.+)\\.([^.]+)");
    static final List<String> OPTIONS = List.of("size", "prefix", "order", "query", "origin");

    private final EndpointPlan plan;
    private final Language language;
    private final UnaryOperator<String> titles;
    private final Map<String, Map<String, String>> options = new LinkedHashMap<>();
    private @Nullable GeoPoint origin;

    /** @param titles what entries are called, by their id */
    FacetParser(EndpointPlan plan, Language language, UnaryOperator<String> titles) {
        this.plan = plan;
        this.language = language;
        this.titles = titles;
    }

    /** Takes the parameter if it is an option of a facet. */
    boolean takes(Parameter parameter) {
        var option = OPTION.matcher(parameter.name());
        if (!option.matches() || plan.fields.filterable.containsKey(parameter.name())) {
            return false;
        }
        var facet = option.group(1);
        if (!plan.fields.facets.containsKey(facet)) {
            throw unknown(parameter.name(), facet);
        }
        if (!OPTIONS.contains(option.group(2))) {
            throw Refusal.unknown(
                    ErrorCode.BAD_REQUEST, "option of a facet", parameter.name(), option.group(2), OPTIONS);
        }
        if (options.computeIfAbsent(facet, name -> new LinkedHashMap<>()).put(option.group(2), parameter.value())
                != null) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    parameter.name(),
                    "%s is given twice".formatted(Refusal.quoted(parameter.name())));
        }
        return true;
    }

    /** @param general the origin of places for which the request gives no other */
    List<FacetRequest> facets(Parameters parameters, @Nullable GeoPoint general) {
        origin = general;
        var names = parameters.names("facets");
        for (var optioned : options.keySet()) {
            if (!names.contains(optioned)) {
                throw Refusal.invalid(
                        ErrorCode.BAD_REQUEST,
                        "facet." + optioned,
                        "%s is not among `facets`: add it there".formatted(Refusal.quoted(optioned)));
            }
        }
        return names.stream().map(this::facet).toList();
    }

    private FacetRequest facet(String name) {
        var field = plan.fields.facets.get(name);
        if (field == null) {
            throw unknown("facets", name);
        }
        var given = options.getOrDefault(name, Map.of());
        var facet = field.definition();
        var size = given.get("size");
        var prefix = given.get("prefix");
        var match = match(name, field, given.get("query"));
        var coded = field.isCoded();
        var property = field.property();
        List<String> values = null;
        if (coded && property != null && match != null) {
            values = plan.endpoints.labels.matching(property, match, language.locales());
        } else if (coded && property != null && prefix != null) {
            values = plan.endpoints.labels.startingWith(property, prefix, language.locales());
        }
        return new FacetRequest(
                name,
                facet.property(),
                size == null ? facet.size() : Parameters.number("facet." + name + ".size", size, 1, facet.maxSize()),
                given.containsKey("order") ? order(name, given.get("order")) : facet.order(),
                coded ? null : prefix,
                facet.ranges(),
                facet.interval(),
                values,
                facet.automatic(),
                field.isPoint() ? origin(name) : null,
                facet.within(),
                coded || match == null ? null : matching(field, match));
    }

    private @Nullable LabelMatch match(String name, FacetField field, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var parameter = "facet." + name + ".query";
        var facet = field.definition();
        var single = facet.ranges().isEmpty() && facet.interval() == null && !facet.automatic();
        if (!single || options.getOrDefault(name, Map.of()).containsKey("prefix")) {
            throw Refusal.invalid(
                    ErrorCode.BAD_REQUEST,
                    parameter,
                    "%s looks for single values: not in ranges, rings and periods, and not together with `prefix`"
                            .formatted(Refusal.quoted(parameter)));
        }
        var site = plan.endpoints.definitions.site();
        var match = new LabelMatch(
                site.locale(language.id()).orElseGet(() -> site.locales().getFirst()), typed);
        if (match.isEmpty()) {
            throw Refusal.value(parameter, typed, "at least a letter or digit");
        }
        return match;
    }

    private Predicate<String> matching(FacetField field, LabelMatch match) {
        if (field.isReference()) {
            return id -> match.test(titles.apply(id));
        }
        return field.property() == null ? type -> match.test(plan.typeLabel(type, language)) : match;
    }

    /** The origin for the facet; null where none is given. */
    @Nullable
    GeoPoint origin(String facet) {
        var given = options.getOrDefault(facet, Map.of()).get("origin");
        return given == null ? origin : point("facet." + facet + ".origin", given);
    }

    static GeoPoint point(String parameter, String text) {
        return Places.point(text)
                .orElseThrow(() -> Refusal.value(parameter, text, "latitude,longitude, such as 44.82,20.46"));
    }

    /** A ring chosen by its name ({@code location=10km~50km}) lies around the origin of the facet on the property. */
    PropertyFilter around(PropertyFilter filter) {
        var field = plan.fields.filterable.get(filter.property());
        if (field == null
                || field.property().type() != eu.nephele.api.contenttype.PropertyType.Scalar.GEO_POINT
                || filter.operator() != PropertyFilter.Operator.EQ) {
            return filter;
        }
        var from = plan.fields.facets.values().stream()
                .map(FacetField::definition)
                .filter(facet -> facet.property().equals(filter.property()))
                .map(facet -> origin(facet.name()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(origin);
        if (from == null) {
            throw Refusal.invalid(
                    ErrorCode.INVALID_QUERY,
                    filter.property(),
                    "%s asks for a distance: say from where by `origin=latitude,longitude`"
                            .formatted(Refusal.quoted(filter.property())));
        }
        var values = filter.values().stream()
                .map(ring -> from.latitude() + "," + from.longitude() + "," + ring)
                .toList();
        return new PropertyFilter(filter.property(), PropertyFilter.Operator.WITHIN, values);
    }

    private static Facet.Order order(String facet, String order) {
        return switch (order) {
            case "count" -> Facet.Order.COUNT;
            case "value" -> Facet.Order.VALUE;
            default -> throw Refusal.value("facet." + facet + ".order", order, "`count` or `value`");
        };
    }

    private RuntimeException unknown(String parameter, String facet) {
        return Refusal.unknown(
                ErrorCode.BAD_REQUEST, "facet", parameter, facet, new TreeSet<>(plan.fields.facets.keySet()));
    }
}
