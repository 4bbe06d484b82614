package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.contenttype.PropertyType.Nested;
import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Merge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the app of a content type, in the words of {@code apps/*.yaml}: what an author writes is laid over it. */
final class GeneratedApp {

    /** How often a model may hold itself in a form; below, the value is edited as JSON. */
    private static final int REPETITIONS = 2;

    private static final int MOST_COLUMNS = 5;
    private static final int LARGE_FORM = 10;

    private final ContentType type;
    private final Map<String, ContentType> contentTypes;
    private final @Nullable Located written;

    /** @param written the content type's file, whose properties may carry keys of form fields; null when it is not at hand */
    GeneratedApp(ContentType type, Map<String, ContentType> contentTypes, @Nullable Located written) {
        this.type = type;
        this.contentTypes = contentTypes;
        this.written = written;
    }

    Located.Fields definition(eu.nephele.platform.definition.internal.Place place) {
        var app = new LinkedHashMap<String, Object>();
        app.put("datasource", Map.of("$type", "contentTypeDatasource", "contentType", type.name()));
        var subApps = new LinkedHashMap<String, Object>();
        subApps.put("browser", browser());
        subApps.put("detail", detail());
        app.put("subApps", subApps);
        var base = Merge.located(place, app);
        var hints = fieldKeys(written, type.model());
        var form = Merge.at(List.of("subApps", "detail", "form", "properties"), Merge.located(place, hints));
        return (Located.Fields) Merge.over(base, form);
    }

    private Map<String, Object> browser() {
        var columns = columns();
        var views = new LinkedHashMap<String, Object>();
        views.put("list", Map.of("$type", "listView", "columns", columns));
        views.put("tree", Map.of("$type", "treeView", "columns", columns));
        if (type.model().properties().stream().anyMatch(property -> property.type() == Scalar.ASSET)) {
            views.put("thumbnail", Map.of("$type", "thumbnailView"));
        }
        var filters = new LinkedHashMap<String, Object>();
        filters.put("state", Map.of());
        type.model().properties().stream()
                .filter(property -> property.search().is(SearchUse.Kind.FACET)
                        || property.search().is(SearchUse.Kind.RANGE))
                .forEach(property -> filters.put(property.name(), Map.of()));
        var workbench = Map.of("contentViews", views, "filters", filters);
        return Map.of("workbench", workbench, "actions", StandardActions.browser(), "actionbar", StandardActions.bar());
    }

    private Map<String, Object> columns() {
        var columns = new LinkedHashMap<String, Object>();
        var title = TitleProperty.of(type.model());
        var titleColumn = new LinkedHashMap<String, Object>(Map.of("$type", "jcrTitleColumn", "expandRatio", 2L));
        if (title != null) {
            titleColumn.put("propertyName", title.name());
        }
        columns.put(title == null ? "name" : title.name(), titleColumn);
        type.model().properties().stream()
                .filter(property -> property != title && !(property.type() instanceof Nested))
                .filter(property -> property.search().is(SearchUse.Kind.FACET)
                        || property.search().is(SearchUse.Kind.SORT))
                .limit(MOST_COLUMNS - 1)
                .forEach(property -> columns.put(property.name(), Map.of("$type", "column")));
        columns.put("state", Map.of("$type", "jcrStatusColumn"));
        columns.put(
                "modified",
                Map.of("$type", "dateColumn", "propertyName", eu.nephele.api.content.SystemProperties.LAST_MODIFIED));
        return columns;
    }

    private Map<String, Object> detail() {
        var form = new LinkedHashMap<String, Object>();
        form.put("properties", fields(type, type.model(), List.of(type.model())));
        form.put("layout", layout());
        return Map.of("form", form, "actions", StandardActions.detail(), "actionbar", StandardActions.detailBar());
    }

    /** A large form has its texts first, then what classifies it, what it is linked with, and what it has inside. */
    private Map<String, Object> layout() {
        var tabs = new LinkedHashMap<String, List<String>>();
        var properties = type.model().properties();
        List.of("content", "transcript", "film", "classification", "links", "details")
                .forEach(tab -> tabs.put(tab, new ArrayList<>()));
        for (var property : properties) {
            var tab = properties.size() <= LARGE_FORM ? "content" : tab(property);
            tabs.get(tab).add(property.name());
        }
        var written = new ArrayList<Map<String, Object>>();
        tabs.forEach((name, fields) -> {
            if (!fields.isEmpty()) {
                var named = fields.stream().map(field -> Map.of("name", field)).toList();
                written.add(Map.of("name", name, "fields", named));
            }
        });
        return Map.of("$type", "tabbedLayout", "tabs", written);
    }

    private String tab(Property property) {
        if (property.type() instanceof Nested nested) {
            var model = Definitions.nested(type, nested, contentTypes).map(found -> found.model());
            if (model.filter(TimedShapes::isSegment).isPresent()) {
                return "transcript";
            }
            return model.filter(shape -> TimedShapes.isTrack(shape) || TimedShapes.isChapter(shape))
                            .isPresent()
                    ? "film"
                    : "details";
        }
        if (property.type() instanceof Reference || property.type() == Scalar.ASSET) {
            return "links";
        }
        var text = property.type() == Scalar.STRING || property.type() == Scalar.RICH_TEXT;
        return text && property.vocabulary() == null && property.options().isEmpty() ? "content" : "classification";
    }

    private Map<String, Object> fields(ContentType owner, Model model, List<Model> above) {
        var fields = new LinkedHashMap<String, Object>();
        model.properties().forEach(property -> fields.put(property.name(), field(owner, property, above)));
        return fields;
    }

    private Map<String, Object> field(ContentType owner, Property property, List<Model> above) {
        if (property.type() instanceof Nested nested) {
            var single = nested(owner, nested, above);
            return property.multiple() ? Map.of("$type", "jcrMultiField", "field", single) : single;
        }
        var single = scalar(property);
        if (!property.multiple() || single.containsKey("multiple")) {
            return single;
        }
        return Map.of("$type", "jcrMultiValueField", "field", single);
    }

    private Map<String, Object> nested(ContentType owner, Nested nested, List<Model> above) {
        var below = Definitions.nested(owner, nested, contentTypes).orElse(null);
        if (below == null
                || above.stream().filter(model -> model.equals(below.model())).count() >= REPETITIONS) {
            return Map.of("$type", "jsonField");
        }
        var path = new ArrayList<>(above);
        path.add(below.model());
        var fields = fields(below.owner(), below.model(), path);
        var money = fields.keySet().containsAll(Set.of("amount", "currency"));
        return Map.of(
                "$type",
                money ? "moneyField" : "compositeField",
                "itemProvider",
                Map.of("$type", "jcrChildNodeProvider"),
                "properties",
                fields);
    }

    private static Map<String, Object> scalar(Property property) {
        if (property.type() instanceof Reference reference) {
            return choice("linkField", property, "contentType", reference.contentType());
        }
        if (property.vocabulary() != null) {
            return choice("vocabularyField", property, "vocabulary", property.vocabulary());
        }
        if (!property.options().isEmpty()) {
            return Map.of(
                    "$type",
                    property.multiple() ? "checkBoxGroupField" : "comboBoxField",
                    "multiple",
                    property.multiple());
        }
        if (property.type() == Scalar.ASSET) {
            return Map.of("$type", "damLinkField", "multiple", property.multiple());
        }
        return Map.of("$type", ofType(property.type()));
    }

    private static Map<String, Object> choice(String field, Property property, String key, String value) {
        return Map.of("$type", field, key, value, "multiple", property.multiple());
    }

    private static String ofType(PropertyType type) {
        if (!(type instanceof Scalar scalar)) {
            return "textField";
        }
        return switch (scalar) {
            case STRING -> "textField";
            case RICH_TEXT -> "richTextField";
            case BOOLEAN -> "checkBoxField";
            case LONG, DOUBLE, DECIMAL -> "numberField";
            case DATE -> "dateField";
            case LOCAL_DATE -> "localDateField";
            case GEO_POINT -> "geoPointField";
            case ASSET -> "damLinkField";
        };
    }

    /** What the content type's file says of the form fields of its own properties: {@code $type}, {@code buttonLabel}, ... */
    private static Map<String, Object> fieldKeys(@Nullable Located root, Model model) {
        var found = new LinkedHashMap<String, Object>();
        var written = root instanceof Located.Fields fields && fields.value("model") instanceof Located.Fields below
                ? below.value("properties")
                : null;
        for (var entry : written == null ? List.<Located.Fields>of() : Merge.entries(written)) {
            var plain = Merge.plain(entry);
            if (plain instanceof Map<?, ?> map
                    && map.get("name") instanceof String name
                    && model.property(name).isPresent()) {
                var keys = new LinkedHashMap<String, Object>();
                PropertyReader.fieldKeys().stream()
                        .filter(map::containsKey)
                        .forEach(key -> keys.put(key, map.get(key)));
                if (!keys.isEmpty()) {
                    found.put(name, keys);
                }
            }
        }
        return found;
    }
}
