package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.definition.EndpointDefinition.FacetDefinition;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Place;
import eu.nephele.platform.definition.internal.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code facets:} of a Nephele endpoint, each on a property whose {@code search} says {@code facet} or {@code range}. */
final class FacetReader {

    private static final int MAX_SIZE = 10_000;

    private final ContentType type;
    private final Map<String, ContentType> contentTypes;

    FacetReader(ContentType type, Map<String, ContentType> contentTypes) {
        this.type = type;
        this.contentTypes = contentTypes;
    }

    List<FacetDefinition> read(Section endpoint) {
        var facets = new LinkedHashMap<String, FacetDefinition>();
        for (var entry : endpoint.named("facets")) {
            var facet = facet(entry);
            if (facet != null && facets.putIfAbsent(entry.name(), facet) != null) {
                endpoint.problems()
                        .major(
                                entry.place(),
                                entry.section().path(),
                                "has the facet `%s` twice".formatted(entry.name()),
                                "the first one is used");
            }
        }
        return List.copyOf(facets.values());
    }

    private @Nullable FacetDefinition facet(Section.Named entry) {
        var section = entry.section();
        var written = entry.value() instanceof Located.Scalar scalar && !scalar.isNull() ? scalar.text() : entry.name();
        var path = section.text("property", written);
        section.ignore("label");
        var maxSize = section.whole("maxSize", 1_000, 1, MAX_SIZE);
        var size = section.whole("size", Math.min(20, maxSize), 1, MAX_SIZE);
        var order = word(section, "order", Facet.Order.values(), Facet.Order.COUNT);
        var interval = word(section, "interval", Facet.Interval.values(), null);
        var property = property(entry, path);
        var ranges = RangeReader.read(section);
        section.finish();
        if (property == null) {
            return null;
        }
        if (size > maxSize) {
            section.major("size", "is above `maxSize` (%d)".formatted(maxSize), "`maxSize` is used");
            size = maxSize;
        }
        var date = property.type() == Scalar.DATE || property.type() == Scalar.LOCAL_DATE;
        var number = Stream.of(Scalar.LONG, Scalar.DOUBLE, Scalar.DECIMAL).anyMatch(property.type()::equals);
        if (interval != null && !date) {
            section.major("interval", "`%s` is no date".formatted(path), "it is left out");
            interval = null;
        }
        if (!ranges.isEmpty() && !date && !number) {
            section.major("ranges", "`%s` is neither a number nor a date".formatted(path), "they are left out");
            ranges = List.of();
        }
        return new FacetDefinition(
                entry.name(), path, size, maxSize, order == null ? Facet.Order.COUNT : order, ranges, interval);
    }

    private static <E extends Enum<E>> @Nullable E word(Section section, String key, E[] values, @Nullable E fallback) {
        var written = section.text(key);
        if (written == null) {
            return fallback;
        }
        for (var value : values) {
            if (value.name().equalsIgnoreCase(written)) {
                return value;
            }
        }
        var words =
                Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
        section.major(
                key,
                "unknown word `%s`, allowed are %s".formatted(written, String.join(", ", words)),
                NearestName.suggest(written, words));
        return fallback;
    }

    /** The property at the end of the path, when it is there and made for facets. */
    private @Nullable Property property(Section.Named entry, String path) {
        var section = entry.section();
        var at = section.keys().contains("property") ? section.place("property") : entry.place();
        var owner = type;
        var model = type.model();
        var steps = path.split("/");
        for (var i = 0; i < steps.length; i++) {
            var property = model.property(steps[i]).orElse(null);
            if (property == null) {
                var names = model.properties().stream().map(Property::name).toList();
                section.problems()
                        .major(
                                at,
                                section.path(),
                                "`%s` has no property `%s`".formatted(model.name(), steps[i]),
                                NearestName.suggest(steps[i], names));
                return null;
            }
            if (i == steps.length - 1) {
                return facetable(section, at, path, property) ? property : null;
            }
            var nested = property.type() instanceof PropertyType.Nested to
                    ? Definitions.nested(owner, to, contentTypes).orElse(null)
                    : null;
            if (nested == null) {
                section.problems().major(at, section.path(), "`%s` is no nested model".formatted(steps[i]), null);
                return null;
            }
            owner = nested.owner();
            model = nested.model();
        }
        return null;
    }

    private static boolean facetable(Section section, Place at, String path, Property property) {
        var search = property.search();
        if (search.is(SearchUse.Kind.FACET) || search.is(SearchUse.Kind.RANGE)) {
            return true;
        }
        section.problems()
                .major(
                        at,
                        section.path(),
                        "the property `%s` is not made for facets".formatted(path),
                        "write `search: facet` at the property");
        return false;
    }
}
