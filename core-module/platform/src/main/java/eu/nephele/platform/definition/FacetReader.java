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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code facets:} of a Nephele endpoint, each on a property whose {@code search} says {@code facet}, {@code range} or {@code geo}.
 * An endpoint of one type that does not say {@code facets} offers each property of the type that says {@code search: facet}.
 */
final class FacetReader {

    private static final int MAX_SIZE = 10_000;
    private static final int DEFAULT_MAX_SIZE = 1_000;
    private static final int DEFAULT_SIZE = 20;
    private static final String AUTOMATIC = "auto";
    private static final List<String> DEFAULT_RINGS = List.of("10km", "50km", "100km", "500km");

    private enum Match {
        ANY,
        ALL
    }

    private final List<ContentType> types;
    private final Map<String, ContentType> contentTypes;

    /** @param types the content types of the endpoint: a facet's property may be missing in some */
    FacetReader(List<ContentType> types, Map<String, ContentType> contentTypes) {
        this.types = types;
        this.contentTypes = contentTypes;
    }

    List<FacetDefinition> read(Section endpoint) {
        if (types.size() == 1 && endpoint.value("facets").isEmpty()) {
            return ofType(types.getFirst());
        }
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

    private static List<FacetDefinition> ofType(ContentType type) {
        return type.model().properties().stream()
                .filter(property -> property.search().is(SearchUse.Kind.FACET) && !property.confidential())
                .map(property -> new FacetDefinition(
                        property.name(),
                        property.name(),
                        DEFAULT_SIZE,
                        DEFAULT_MAX_SIZE,
                        Facet.Order.COUNT,
                        List.of(),
                        null,
                        false,
                        false))
                .toList();
    }

    private @Nullable FacetDefinition facet(Section.Named entry) {
        var section = entry.section();
        var written = entry.value() instanceof Located.Scalar scalar && !scalar.isNull() ? scalar.text() : entry.name();
        var path = section.text("property", written);
        section.ignore("label");
        var maxSize = section.whole("maxSize", DEFAULT_MAX_SIZE, 1, MAX_SIZE);
        var size = section.whole("size", Math.min(DEFAULT_SIZE, maxSize), 1, MAX_SIZE);
        var order = word(section, "order", Facet.Order.values(), Facet.Order.COUNT);
        var within = word(section, "match", Match.values(), Match.ANY) == Match.ALL;
        var automatic = isAutomatic(section, "ranges") | isAutomatic(section, "interval");
        var interval =
                isAutomatic(section, "interval") ? null : word(section, "interval", Facet.Interval.values(), null);
        var isType = types.size() > 1 && path.equals(EndpointDefinition.TYPE);
        var property = isType ? null : property(entry, path);
        var ranges = isAutomatic(section, "ranges") ? List.<Facet.Range>of() : RangeReader.read(section);
        var rings = section.texts("rings");
        section.finish();
        if (size > maxSize) {
            section.major("size", "is above `maxSize` (%d)".formatted(maxSize), "`maxSize` is used");
            size = maxSize;
        }
        if (property == null && !isType) {
            return null;
        }
        var type = property == null ? Scalar.STRING : property.type();
        var date = type == Scalar.DATE || type == Scalar.LOCAL_DATE;
        var number = Stream.of(Scalar.LONG, Scalar.DOUBLE, Scalar.DECIMAL).anyMatch(type::equals);
        if ((interval != null || isAutomatic(section, "interval")) && !date) {
            section.major("interval", "`%s` is no date".formatted(path), "it is left out");
            interval = null;
        }
        if ((!ranges.isEmpty() || isAutomatic(section, "ranges")) && !date && !number) {
            section.major("ranges", "`%s` is neither a number nor a date".formatted(path), "they are left out");
            ranges = List.of();
        }
        return new FacetDefinition(
                entry.name(),
                path,
                size,
                maxSize,
                order == null ? Facet.Order.COUNT : order,
                type == Scalar.GEO_POINT || !rings.isEmpty() ? rings(section, path, type, rings) : ranges,
                interval,
                automatic && (date || number),
                within);
    }

    private static boolean isAutomatic(Section section, String key) {
        return section.value(key).orElse(null) instanceof Located.Scalar scalar
                && scalar.text().equalsIgnoreCase(AUTOMATIC);
    }

    private static List<Facet.Range> rings(Section section, String path, PropertyType type, List<String> distances) {
        if (type != Scalar.GEO_POINT) {
            section.major("rings", "`%s` is no GeoPoint".formatted(path), "they are left out");
            return List.of();
        }
        var rings = Rings.between(distances);
        if (rings.isEmpty() && !distances.isEmpty()) {
            section.major(
                    "rings",
                    "must be rising distances in km or m, such as 10km, 50km, 200km",
                    "default rings are used");
        }
        return rings.isEmpty() || distances.isEmpty() ? Rings.between(DEFAULT_RINGS) : rings;
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

    /** The property at the end of the path, when it is there in any of the types, and made for facets. */
    private @Nullable Property property(Section.Named entry, String path) {
        Property found = null;
        for (var type : types) {
            var property = at(type, path);
            if (property != null && found != null && !isAlike(property, found)) {
                entry.section()
                        .problems()
                        .major(
                                place(entry),
                                entry.section().path(),
                                "`%s` of `%s` is another kind of property than in types before it"
                                        .formatted(path, type.name()),
                                "give the properties one type and vocabulary, or make two facets");
            }
            found = found == null ? property : found;
        }
        if (found == null) {
            missing(entry, path);
            return null;
        }
        return facetable(entry.section(), place(entry), path, found) ? found : null;
    }

    private static boolean isAlike(Property one, Property other) {
        return one.type().equals(other.type()) && Objects.equals(one.vocabulary(), other.vocabulary());
    }

    private @Nullable Property at(ContentType type, String path) {
        var owner = type;
        var model = type.model();
        var steps = path.split("/");
        for (var i = 0; i < steps.length - 1; i++) {
            var property = model.property(steps[i]).orElse(null);
            if (property != null && property.type() == Scalar.ASSET && i == steps.length - 2) {
                var last = steps[i + 1];
                return property.inFile().stream()
                        .filter(known -> known.name().equals(last))
                        .findFirst()
                        .orElse(null);
            }
            var nested = property != null && property.type() instanceof PropertyType.Nested to
                    ? Definitions.nested(owner, to, contentTypes).orElse(null)
                    : null;
            if (nested == null) {
                return null;
            }
            owner = nested.owner();
            model = nested.model();
        }
        return model.property(steps[steps.length - 1]).orElse(null);
    }

    /** Says at which step the path goes wrong. */
    private void missing(Section.Named entry, String path) {
        var section = entry.section();
        var type = types.getFirst();
        var steps = path.split("/");
        if (types.size() > 1) {
            var names = types.stream()
                    .flatMap(one -> one.model().properties().stream())
                    .map(Property::name)
                    .distinct()
                    .toList();
            section.problems()
                    .major(
                            place(entry),
                            section.path(),
                            "none of the content types has a property `%s`".formatted(path),
                            NearestName.suggest(path, names));
            return;
        }
        var owner = type;
        var model = type.model();
        for (var step : steps) {
            var property = model.property(step).orElse(null);
            if (property == null) {
                var names = model.properties().stream().map(Property::name).toList();
                section.problems()
                        .major(
                                place(entry),
                                section.path(),
                                "`%s` has no property `%s`".formatted(model.name(), step),
                                NearestName.suggest(step, names));
                return;
            }
            if (property.type() == Scalar.ASSET && !step.equals(steps[steps.length - 1])) {
                unknownOfFile(entry, property, steps[steps.length - 1]);
                return;
            }
            var nested = property.type() instanceof PropertyType.Nested to
                    ? Definitions.nested(owner, to, contentTypes).orElse(null)
                    : null;
            if (nested == null) {
                section.problems().major(place(entry), section.path(), "`%s` is no nested model".formatted(step), null);
                return;
            }
            owner = nested.owner();
            model = nested.model();
        }
    }

    private static void unknownOfFile(Section.Named entry, Property property, String asked) {
        var names = property.inFile().stream().map(Property::name).toList();
        entry.section()
                .problems()
                .major(
                        place(entry),
                        entry.section().path(),
                        names.isEmpty()
                                ? "the file `%s` is not made for facets".formatted(property.name())
                                : "nothing is known of files as `%s`; there are %s"
                                        .formatted(asked, String.join(", ", names)),
                        names.isEmpty() ? "write `search: file` at the property" : NearestName.suggest(asked, names));
    }

    private static Place place(Section.Named entry) {
        return entry.section().keys().contains("property") ? entry.section().place("property") : entry.place();
    }

    private static boolean facetable(Section section, Place at, String path, Property property) {
        var search = property.search();
        if (property.confidential()) {
            section.problems()
                    .major(at, section.path(), "the property `%s` is confidential".formatted(path), "it is left out");
            return false;
        }
        if (search.is(SearchUse.Kind.FACET) || search.is(SearchUse.Kind.RANGE) || search.is(SearchUse.Kind.GEO)) {
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
