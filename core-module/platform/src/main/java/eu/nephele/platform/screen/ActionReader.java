package eu.nephele.platform.screen;

import eu.nephele.platform.screen.AppModel.Action;
import eu.nephele.platform.screen.AppModel.ActionBar;
import eu.nephele.platform.screen.AppModel.Availability;
import eu.nephele.platform.screen.AppModel.Group;
import eu.nephele.platform.screen.AppModel.Rule;
import eu.nephele.platform.screen.AppModel.Section;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the actions and the action bar of a sub-app. */
final class ActionReader {

    private static final List<String> MESSAGES = List.of(
            "confirmationHeader",
            "confirmationMessage",
            "proceedLabel",
            "cancelLabel",
            "successMessage",
            "failureMessage",
            "errorMessage");
    private static final Set<String> COMMON =
            Set.of("name", "label", "description", "icon", "availability", "$type", "class", "implementationClass");

    private final Scope scope;
    private final String subApp;

    ActionReader(Scope scope, String subApp) {
        this.scope = scope;
        this.subApp = subApp;
    }

    List<Action> actions(Keys root) {
        return root.named("actions").stream().map(this::action).toList();
    }

    private Action action(Keys.Named action) {
        var keys = action.keys();
        var messages = new LinkedHashMap<String, Label>();
        for (var message : MESSAGES) {
            var label = scope.labels().optional(keys.text(message), keys(action.name(), message));
            if (label != null) {
                messages.put(message, label);
            }
        }
        var parameters = keys.without(union(COMMON, MESSAGES));
        return new Action(
                action.name(),
                keys.text("$type", keys.text("implementationClass", keys.text("class", action.name()))),
                scope.labels().find(keys.text("label"), keys(action.name(), "label"), action.name()),
                scope.labels().optional(keys.text("description"), keys(action.name(), "description")),
                keys.text("icon"),
                availability(keys.at("availability")),
                parameters,
                messages);
    }

    private static Set<String> union(Set<String> first, List<String> second) {
        var both = new LinkedHashSet<>(first);
        both.addAll(second);
        return both;
    }

    private List<String> keys(String action, String what) {
        return List.of(
                "%s.%s.actions.%s.%s".formatted(scope.app(), subApp, action, what),
                "%s.actions.%s.%s".formatted(scope.app(), action, what),
                "actions.%s.%s".formatted(action, what),
                what.equals("label") ? "actions." + action : "actions." + what);
    }

    private static Availability availability(Keys keys) {
        var rules = keys.named("rules").stream()
                .map(rule -> new Rule(
                        rule.name(),
                        rule.keys().text("$type", rule.keys().text("implementationClass", rule.name())),
                        rule.keys().flag("negate", false)))
                .toList();
        return new Availability(
                keys.flag("root", false),
                keys.flag("nodes", true),
                keys.flag("properties", false),
                keys.flag("multiple", false),
                keys.texts("nodeTypes"),
                keys.at("access").texts("roles"),
                keys.flag("writePermissionRequired", false),
                rules);
    }

    ActionBar bar(Keys bar) {
        var sections = bar.named("sections").stream().map(this::section).toList();
        return new ActionBar(bar.text("defaultAction"), sections);
    }

    private Section section(Keys.Named section) {
        var keys = List.of(
                "%s.%s.actionbar.sections.%s.label".formatted(scope.app(), subApp, section.name()),
                "actionbar.sections.%s.label".formatted(section.name()));
        var groups = section.keys().named("groups").stream()
                .map(group -> new Group(
                        group.name(),
                        group.keys().named("items").stream()
                                .map(Keys.Named::name)
                                .toList()))
                .toList();
        return new Section(
                section.name(),
                scope.labels().find(section.keys().text("label"), keys, section.name()),
                availability(section.keys().at("availability")),
                groups);
    }
}
