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
import eu.nephele.platform.definition.internal.Scalars;
import eu.nephele.platform.definition.internal.Section;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        var ranges = ranges(section);
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

    private static boolean facetable(
            Section section, eu.nephele.platform.definition.internal.Place at, String path, Property property) {
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

    private static List<Facet.Range> ranges(Section facet) {
        var ranges = new ArrayList<Facet.Range>();
        for (var entry : entries(facet)) {
            var section = entry.section();
            section.ignore("label", "key");
            var from = bound(section, "from");
            var to = bound(section, "to");
            section.finish();
            if (from == null && to == null) {
                section.problems()
                        .major(entry.place(), section.path(), "a range needs `from` or `to`", "it is left out");
            } else if (from != null && to != null && from >= to) {
                section.problems().major(entry.place(), section.path(), "`from` must be below `to`", "it is left out");
            } else {
                ranges.add(new Facet.Range(entry.name(), from, to));
            }
        }
        return ranges;
    }

    /** Ranges are named by {@code key} in a list; {@code name} and the keys of a map will do as well. */
    private static List<Section.Named> entries(Section facet) {
        if (!(facet.value("ranges").orElse(null) instanceof Located.Items items)) {
            return facet.named("ranges");
        }
        var entries = new ArrayList<Section.Named>();
        for (var item : items.items()) {
            var section = Section.of(item, facet.path("ranges"), facet.problems());
            section.ignore("name");
            var key = section.text(
                    "key", section.text("name", "%s-%s".formatted(open(section, "from"), open(section, "to"))));
            entries.add(new Section.Named(key, item.place(), item, section));
        }
        return entries;
    }

    private static String open(Section section, String key) {
        return section.value(key).orElse(null) instanceof Located.Scalar scalar ? scalar.text() : "*";
    }

    private static @Nullable Double bound(Section section, String key) {
        var value = section.value(key).orElse(null);
        if (value instanceof Located.Scalar scalar) {
            var number = Scalars.number(scalar).map(BigDecimal::doubleValue).or(() -> date(scalar.text()));
            if (number.isPresent()) {
                return number.get();
            }
        }
        if (value != null) {
            section.major(key, "must be a number or a date, not %s".formatted(value.form()), null);
        }
        return null;
    }

    private static java.util.Optional<Double> date(String text) {
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
            return java.util.Optional.of((double) instant.toEpochMilli());
        } catch (DateTimeException e) {
            return java.util.Optional.empty();
        }
    }
}
