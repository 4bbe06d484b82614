package eu.nephele.platform.delivery;

import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.api.search.Facet;
import eu.nephele.platform.definition.EndpointDefinition;
import eu.nephele.platform.definition.EndpointDefinition.FacetDefinition;
import eu.nephele.platform.definition.SiteDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of an endpoint's entries: properties to filter and sort by, facets, properties to show. What is confidential is
 * in none of them, so that asking for it is the same as asking for what does not exist.
 */
final class QueryFields {

    private static final int MAX_NESTING = 3;

    /**
     * @param name stored name, nested ones with slashes: {@code title_de}, {@code ictIntroduced/year}
     * @param localized the name without locale of a property stored once per locale; null for others
     */
    record Field(String name, Property property, @Nullable String localized) {}

    /** @param property null for the facet on the content type */
    record FacetField(FacetDefinition definition, @Nullable Property property) {
        boolean isReference() {
            return property != null && property.type() instanceof PropertyType.Reference;
        }

        boolean isPoint() {
            return property != null && property.type() == Scalar.GEO_POINT;
        }

        boolean isCoded() {
            return property != null && Labels.isCoded(property);
        }
    }

    final Map<String, Field> filterable = new LinkedHashMap<>();
    final Map<String, Field> sortable = new LinkedHashMap<>();
    /** Names of system properties to filter and sort by: what the endpoint shows, and dates that tell what is new. */
    final Set<String> system = new LinkedHashSet<>(
            List.of(SystemProperties.CREATED, SystemProperties.LAST_MODIFIED, SystemProperties.LAST_ACTIVATED));

    final Map<String, FacetField> facets = new LinkedHashMap<>();
    final Set<String> shown = new LinkedHashSet<>();
    private final Map<String, Property> searched = new HashMap<>();
    private final EndpointPlan plan;
    private final Shapes shapes;
    private final SiteDefinition site;

    QueryFields(EndpointPlan plan) {
        this.plan = plan;
        shapes = plan.endpoints.shapes;
        site = plan.endpoints.definitions.site();
        for (var type : plan.types) {
            add(type);
        }
        for (var facet : plan.endpoint.facets()) {
            var property = searched.get(facet.property());
            if (property != null || facet.property().equals(EndpointDefinition.TYPE)) {
                facets.put(facet.name(), new FacetField(facet, property));
            }
        }
        shown.add(Localization.SAMPLE);
        shown.addAll(plan.endpoint.systemProperties());
        system.addAll(plan.endpoint.systemProperties());
    }

    /** The ranges that facets divide a property into: a filter may name them, whether the facet is asked for or not. */
    List<Facet.Range> ranges(String property) {
        return facets.values().stream()
                .filter(facet -> facet.definition().property().equals(property))
                .flatMap(facet -> facet.definition().ranges().stream())
                .toList();
    }

    /** Without the variants for each locale, which would make a list unreadable. */
    Set<String> filterableNames() {
        return names(filterable);
    }

    Set<String> sortableNames() {
        return names(sortable);
    }

    private Set<String> names(Map<String, Field> fields) {
        var names = new TreeSet<>(system);
        fields.values().stream()
                .filter(field -> field.localized() == null || field.localized().equals(field.name()))
                .forEach(field -> names.add(field.name()));
        return names;
    }

    private void add(ContentType type) {
        var shape = shapes.entry(type.name());
        if (shape != null) {
            shape.properties().values().stream()
                    .filter(property -> !property.confidential())
                    .forEach(property -> shown.add(property.name()));
            add(shape, "", 0, 0);
        }
    }

    /** @param depth of the node below the entry: Magnolia's endpoints deliver no deeper than they say, and nothing else can be asked about */
    private void add(Shape shape, String prefix, int nesting, int depth) {
        for (var property : shape.properties().values()) {
            if (property.confidential()) {
                continue;
            }
            var nested = shapes.nested(shape, property);
            if (nested != null) {
                var below = nested.elements() == null ? nested : nested.elements();
                var levels = depth + (nested.elements() == null ? 1 : 2);
                if (nesting < MAX_NESTING && (plan.endpoint.nephele() || levels <= plan.endpoint.depth())) {
                    add(below, prefix + property.name() + "/", nesting + 1, levels);
                }
            } else if (!(property.type() instanceof PropertyType.Nested)
                    && !property.search().is(SearchUse.Kind.NONE)) {
                add(property, prefix + property.name());
                property.inFile().forEach(known -> add(known, property, prefix));
            }
        }
    }

    private void add(Property property, String name) {
        searched.putIfAbsent(name, property);
        var isLocalized = property.i18n() && site.i18nEnabled();
        put(new Field(name, property, isLocalized ? name : null));
        if (isLocalized) {
            site.locales().stream()
                    .map(locale -> site.storedName(name, locale.id()))
                    .forEach(stored -> put(new Field(stored, property, name)));
        }
    }

    /** What is known of the file in a property. */
    private void add(Property known, Property file, String prefix) {
        var name = prefix + file.name() + "/" + known.name();
        searched.putIfAbsent(name, known);
        var isLocalized = file.i18n() && site.i18nEnabled();
        put(new Field(name, known, isLocalized ? name : null));
        if (isLocalized) {
            site.locales().stream()
                    .map(locale -> prefix + site.storedName(file.name(), locale.id()) + "/" + known.name())
                    .forEach(stored -> put(new Field(stored, known, name)));
        }
    }

    private void put(Field field) {
        filterable.putIfAbsent(field.name(), field);
        var type = field.property().type();
        if (type != Scalar.RICH_TEXT && type != Scalar.ASSET) {
            sortable.putIfAbsent(field.name(), field);
        }
    }
}
