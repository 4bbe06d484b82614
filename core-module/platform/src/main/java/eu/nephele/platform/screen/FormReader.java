package eu.nephele.platform.screen;

import eu.nephele.platform.screen.AppModel.Detail;
import eu.nephele.platform.screen.AppModel.Layout;
import eu.nephele.platform.screen.AppModel.Tab;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads the form of an app: its fields, and the tabs they are in. */
final class FormReader {

    private final Scope scope;

    FormReader(Scope scope) {
        this.scope = scope;
    }

    Detail read(Keys detail) {
        var form = detail.has("form") ? detail.at("form") : detail.at("editor", "form");
        var written = new LinkedHashMap<String, Keys.Named>();
        form.named("properties").forEach(field -> written.put(field.name(), field));
        var tabs = tabs(form, written);
        var model = scope.type() == null ? null : scope.type().model();
        var reader = new FieldReader(scope);
        var level = new FieldReader.Level(scope.type(), model, List.of(), List.of(), "");
        var fields = written.values().stream()
                .map(field -> reader.read(field, level))
                .toList();
        var type = switch (form.at("layout").text("$type", "")) {
            case "horizontal" -> "horizontal";
            case "stacked", "vertical" -> "stacked";
            default -> tabs.size() < 2 ? "stacked" : "tabs";
        };
        var actions = new ActionReader(scope, "detail");
        return new Detail(
                scope.labels().find(detail.text("label"), scope.keys("detail.label", typeKey()), scope.app()),
                new Layout(type, tabs(tabs)),
                fields,
                actions.actions(detail),
                actions.bar(detail.at("actionbar")));
    }

    private String typeKey() {
        return (scope.type() == null ? scope.app() : scope.type().name()) + ".label";
    }

    private record Written(String name, Keys keys, List<String> fields) {}

    /** The tabs, and into {@code fields} those that are written in a tab, as 5-UI does. Fields in no tab go into the first. */
    private static List<Written> tabs(Keys form, Map<String, Keys.Named> fields) {
        var layout = form.at("layout").named("tabs");
        var tabs = new ArrayList<Written>();
        var placed = new LinkedHashSet<String>();
        for (var tab : layout.isEmpty() ? form.named("tabs") : layout) {
            var names = new ArrayList<String>();
            for (var field : tab.keys().named("fields")) {
                if (field.keys().map().size() > 1 || !fields.containsKey(field.name())) {
                    fields.putIfAbsent(field.name(), field);
                }
                if (placed.add(field.name())) {
                    names.add(field.name());
                }
            }
            tabs.add(new Written(tab.name(), tab.keys(), names));
        }
        var rest =
                fields.keySet().stream().filter(name -> !placed.contains(name)).toList();
        if (tabs.isEmpty()) {
            return List.of(new Written("content", Keys.NONE, rest));
        }
        tabs.getFirst().fields().addAll(rest);
        return tabs;
    }

    private List<Tab> tabs(List<Written> tabs) {
        return tabs.stream()
                .map(tab -> {
                    var keys = scope.keys(
                            "detail.tabs." + tab.name() + ".label",
                            scope.app() + ".tabs." + tab.name() + ".label",
                            scope.app() + ".detail." + tab.name() + ".label",
                            "tabs." + tab.name() + ".label");
                    return new Tab(
                            tab.name(),
                            scope.labels().find(tab.keys().text("label"), keys, tab.name()),
                            List.copyOf(tab.fields()));
                })
                .toList();
    }
}
