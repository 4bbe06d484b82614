package eu.nephele.platform.screen;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.Definitions.AppDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The apps in force, as models for the editor. A language is a BCP 47 tag; one that no label is in falls back to the site's default. */
public final class AppModels {

    private final Supplier<Definitions> definitions;

    public AppModels(Supplier<Definitions> definitions) {
        this.definitions = definitions;
    }

    /** The apps in their order, for the launcher. */
    public List<AppModel.Summary> list(String language) {
        var current = definitions.get();
        var labels = new Labels(current, language);
        return current.apps().values().stream()
                .map(app -> summary(app, scope(current, labels, app)))
                .toList();
    }

    public Optional<AppModel> find(String name, String language) {
        var current = definitions.get();
        return Optional.ofNullable(current.apps().get(name))
                .map(app -> model(app, scope(current, new Labels(current, language), app)));
    }

    private static Scope scope(Definitions definitions, Labels labels, AppDefinition app) {
        return new Scope(definitions, labels, app.name(), contentType(definitions, app));
    }

    /** The app's own content type, or the one whose entries lie in the workspace that a handwritten app names. */
    private static @Nullable ContentType contentType(Definitions definitions, AppDefinition app) {
        if (app.contentType() != null) {
            return definitions.contentType(app.contentType()).orElse(null);
        }
        var root = new Keys(app.definition());
        var detail = root.at("subApps", "detail");
        var nodeType =
                detail.at("itemProvider").text("nodeType", detail.at("editor").text("nodeType", ""));
        var workspace = workspace(root);
        var types = workspace == null ? List.<ContentType>of() : definitions.contentTypesIn(workspace);
        return types.stream()
                .filter(type -> type.nodeType().equals(nodeType))
                .findFirst()
                .orElse(types.isEmpty() ? null : types.getFirst());
    }

    private static @Nullable String workspace(Keys root) {
        for (var place : List.of(
                root.at("datasource"),
                root.at("subApps", "browser", "datasource"),
                root.at("subApps", "browser", "workbench"),
                root.at("subApps", "browser", "contentConnector"),
                root.at("subApps", "detail", "datasource"))) {
            if (place.text("workspace") != null) {
                return place.text("workspace");
            }
        }
        return null;
    }

    private static AppModel.Summary summary(AppDefinition app, Scope scope) {
        var root = new Keys(app.definition());
        var group = root.text("group", app.module());
        var groupLabel =
                scope.labels().find(null, List.of("app-launcher." + group + ".label", group + ".label"), group);
        var type = scope.type();
        return new AppModel.Summary(
                app.name(),
                app.module(),
                label(root, scope),
                root.text("icon"),
                group,
                groupLabel,
                type == null ? null : type.name(),
                workspaceOf(type, root));
    }

    private static @Nullable String workspaceOf(@Nullable ContentType type, Keys root) {
        return type == null ? workspace(root) : type.workspace();
    }

    private static Label label(Keys root, Scope scope) {
        var keys = new ArrayList<>(List.of(
                scope.app() + ".label",
                scope.app() + ".app.label",
                "app-launcher." + scope.app() + ".label",
                scope.app()));
        var type = scope.type();
        if (type != null) {
            keys.add(type.name() + ".plural.label");
            keys.add(type.name() + ".label");
        }
        var given = root.text("label");
        var name = type == null ? scope.app() : type.name();
        return scope.labels().find(given == null && type != null ? type.label() : given, keys, name);
    }

    private static AppModel model(AppDefinition app, Scope scope) {
        var root = new Keys(app.definition());
        var type = scope.type();
        var site = scope.definitions().site();
        var language = scope.labels().languages().getFirst();
        var display = Locale.forLanguageTag(language);
        var locales = site.locales().stream()
                .map(locale -> new AppModel.ContentLocale(
                        locale.id(),
                        Locale.forLanguageTag(locale.languageTag()).getDisplayName(display),
                        locale.fallbacks()))
                .toList();
        var subApps = root.at("subApps");
        var browser = subApp(subApps, "browser");
        var detail = subApp(subApps, "detail");
        return new AppModel(
                app.name(),
                app.module(),
                label(root, scope),
                root.text("icon"),
                root.text("group", app.module()),
                type == null ? null : type.name(),
                workspaceOf(type, root),
                language,
                site.defaultLocale(),
                locales,
                browser == null ? null : new BrowserReader(scope).read(browser),
                detail == null ? null : new FormReader(scope).read(detail),
                scope.definitions().generation());
    }

    private static @Nullable Keys subApp(Keys subApps, String name) {
        return subApps.has(name) ? subApps.at(name) : null;
    }
}
