package eu.nephele.platform.screen;

import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Nested;
import eu.nephele.api.contenttype.PropertyType.Reference;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.contenttype.SearchUse;
import eu.nephele.platform.screen.AppModel.Browser;
import eu.nephele.platform.screen.AppModel.Column;
import eu.nephele.platform.screen.AppModel.Filter;
import eu.nephele.platform.screen.AppModel.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the list of an app: its views, columns and filters. */
final class BrowserReader {

    private static final String STATE = "state";
    private static final Map<String, String> VIEWS = Map.of(
            "treeView", "tree",
            "jcrTreeView", "tree",
            "listView", "list",
            "jcrListView", "list",
            "thumbnailView", "thumbnail",
            "jcrThumbnailView", "thumbnail");
    private static final Map<String, String> COLUMNS = Map.of(
            "jcrTitleColumn", "title",
            "jcrStatusColumn", "status",
            "dateColumn", "date",
            "jcrPathColumn", "path",
            "iconColumn", "icon");
    private static final Set<String> READ =
            Set.of("name", "label", "$type", "class", "property", "propertyName", "sortable", "editable");

    private final Scope scope;
    private final FieldReader fields;

    BrowserReader(Scope scope) {
        this.scope = scope;
        this.fields = new FieldReader(scope);
    }

    Browser read(Keys browser) {
        var workbench = browser.at("workbench");
        var actions = new ActionReader(scope, "browser");
        var views = workbench.named("contentViews").stream().map(this::view).toList();
        return new Browser(
                scope.labels().find(browser.text("label"), scope.keys("browser.label"), scope.app()),
                browser.text("icon"),
                views,
                workbench.named("filters").stream()
                        .map(this::filter)
                        .filter(Objects::nonNull)
                        .toList(),
                workbench.flag("searchEnabled", true),
                scope.labels().optional(workbench.text("searchPlaceholder"), scope.keys("browser.searchPlaceholder")),
                actions.actions(browser),
                actions.bar(browser.at("actionbar")));
    }

    private View view(Keys.Named view) {
        var keys = view.keys();
        var type = VIEWS.getOrDefault(keys.text("$type", view.name()), "list");
        var label = scope.labels()
                .find(
                        keys.text("label"),
                        scope.keys("browser.views." + view.name() + ".label", "views." + type + ".label"),
                        view.name());
        var columns = keys.named("columns").stream()
                .map(column -> column(view.name(), column))
                .toList();
        return new View(
                view.name(),
                type,
                label,
                keys.text("icon"),
                keys.flag("multiSelect", true),
                keys.flag("readOnly", false),
                columns);
    }

    private Column column(String view, Keys.Named column) {
        var keys = column.keys();
        var type = COLUMNS.getOrDefault(keys.text("$type", ""), "property");
        var name = property(type, keys, column.name());
        var property = name == null ? null : property(name);
        var label = scope.labels()
                .find(
                        keys.text("label", property == null ? null : property.label()),
                        scope.keys(
                                "browser.views.%s.%s.label".formatted(view, column.name()),
                                scope.app() + ".browser.views." + column.name() + ".label",
                                scope.app() + "." + column.name() + ".label",
                                typeKey(column.name()),
                                "columns." + column.name() + ".label"),
                        column.name());
        return new Column(
                column.name(),
                type,
                name,
                label,
                property == null ? valueType(type) : FieldReader.valueType(property),
                property != null && property.multiple(),
                property != null && property.i18n(),
                keys.flag("sortable", name != null && (property == null || isSortable(property))),
                keys.flag("editable", false),
                property == null ? null : fields.datasource(Keys.NONE, property),
                keys.without(READ));
    }

    private String typeKey(String property) {
        return (scope.type() == null ? scope.app() : scope.type().name()) + "." + property + ".label";
    }

    /** What the column shows, as the list names it; a title's is the property, or the node's name where there is none. */
    private @Nullable String property(String type, Keys keys, String name) {
        var given = keys.text("propertyName", keys.text("property"));
        return switch (type) {
            case "icon" -> null;
            case "status" -> STATE;
            case "path" -> "@path";
            case "date" -> given == null ? dateOf(name) : given;
            case "title" -> given != null ? given : property(name) != null ? name : "@name";
            default -> given == null ? name : given;
        };
    }

    private String dateOf(String name) {
        return property(name) != null ? name : SystemProperties.LAST_MODIFIED;
    }

    private @Nullable Property property(String name) {
        return scope.type() == null ? null : scope.type().property(name).orElse(null);
    }

    private static @Nullable String valueType(String columnType) {
        return switch (columnType) {
            case "date" -> "instant";
            case "icon" -> null;
            default -> "string";
        };
    }

    private static boolean isSortable(Property property) {
        return property.type() instanceof Scalar scalar
                && scalar != Scalar.GEO_POINT
                && !property.multiple()
                && !property.search().is(SearchUse.Kind.NONE);
    }

    private @Nullable Filter filter(Keys.Named filter) {
        var keys = filter.keys();
        var name = filter.name();
        var property = property(keys.text("property", name));
        var label = scope.labels()
                .find(
                        keys.text("label", property == null ? null : property.label()),
                        scope.keys("browser.filters." + name + ".label", typeKey(name), "columns." + name + ".label"),
                        name);
        if (property == null) {
            return name.equals(STATE) ? new Filter(name, STATE, STATE, label, true, states()) : null;
        }
        if (property.type() instanceof Nested) {
            return null;
        }
        return new Filter(
                name,
                kind(property),
                property.name(),
                label,
                property.search().is(SearchUse.Kind.FACET),
                fields.datasource(Keys.NONE, property));
    }

    private Datasource states() {
        var choices = java.util.Arrays.stream(eu.nephele.api.content.EntryState.values())
                .map(state -> new Datasource.Choice(
                        state.code(),
                        scope.labels().find(null, List.of("states." + state.code() + ".label"), state.code()),
                        false,
                        null))
                .toList();
        return Datasource.options(choices);
    }

    private static String kind(Property property) {
        if (property.type() instanceof Reference) {
            return "reference";
        }
        if (property.vocabulary() != null || !property.options().isEmpty()) {
            return "choice";
        }
        return switch (property.type()) {
            case Scalar.BOOLEAN -> "flag";
            case Scalar.LONG, Scalar.DOUBLE, Scalar.DECIMAL -> "number";
            case Scalar.DATE, Scalar.LOCAL_DATE -> "date";
            default -> "text";
        };
    }
}
