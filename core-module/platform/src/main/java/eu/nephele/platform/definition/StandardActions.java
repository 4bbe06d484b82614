package eu.nephele.platform.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The actions of a generated app, in the words of {@code apps/*.yaml}. */
final class StandardActions {

    private static final Map<String, Object> NOT_DELETED = rule("jcrIsDeletedRule", true);
    private static final Map<String, Object> DELETED = rule("jcrIsDeletedRule", false);
    private static final Map<String, Object> LIVE = rule("jcrPublishedRule", false);

    private StandardActions() {}

    static Map<String, Object> browser() {
        var actions = new LinkedHashMap<String, Object>();
        actions.put("add", action("openDetailSubappAction", "icon-add", Map.of("viewType", "add"), anywhere()));
        actions.put("addFolder", action("addFolderAction", "icon-folder", Map.of(), anywhere()));
        actions.put("import", action("importAction", "icon-import", Map.of(), anywhere()));
        actions.put(
                "edit", action("openDetailSubappAction", "icon-edit", Map.of("viewType", "edit"), one(NOT_DELETED)));
        actions.put("publish", action("publishAction", "icon-publish", Map.of(), many(Map.of())));
        actions.put("unpublish", action("unpublishAction", "icon-unpublish", Map.of(), many(LIVE)));
        actions.put("schedule", action("scheduleAction", "icon-clock", Map.of(), many(NOT_DELETED)));
        actions.put("duplicate", action("duplicateNodeAction", "icon-duplicate", Map.of(), one(NOT_DELETED)));
        actions.put("move", action("moveNodeAction", "icon-move", Map.of(), many(NOT_DELETED)));
        actions.put("rename", action("renameAction", "icon-edit", Map.of(), one(NOT_DELETED)));
        actions.put("setField", action("setFieldAction", "icon-edit", Map.of(), many(NOT_DELETED)));
        actions.put("delete", action("markAsDeletedAction", "icon-delete", Map.of(), many(NOT_DELETED)));
        actions.put("undelete", action("restorePreviousVersionAction", "icon-undo", Map.of(), many(DELETED)));
        actions.put("showVersions", action("showVersionsAction", "icon-history", Map.of(), one(Map.of())));
        actions.put("usedIn", action("showReferencesAction", "icon-link", Map.of(), one(Map.of())));
        actions.put("export", action("exportAction", "icon-export", Map.of(), anywhere()));
        return actions;
    }

    static Map<String, Object> bar() {
        return Map.of(
                "defaultAction",
                "edit",
                "sections",
                List.of(
                        section("root", List.of(List.of("add", "addFolder"), List.of("import", "export"))),
                        section(
                                "entry",
                                List.of(
                                        List.of("edit", "duplicate", "move", "rename", "setField"),
                                        List.of("publish", "unpublish", "schedule"),
                                        List.of("showVersions", "usedIn", "export"),
                                        List.of("delete", "undelete")))));
    }

    static Map<String, Object> detail() {
        var actions = new LinkedHashMap<String, Object>();
        actions.put("save", action("saveAction", "icon-save", Map.of(), one(NOT_DELETED)));
        actions.put("publish", action("publishAction", "icon-publish", Map.of(), one(Map.of())));
        actions.put("unpublish", action("unpublishAction", "icon-unpublish", Map.of(), one(LIVE)));
        actions.put("schedule", action("scheduleAction", "icon-clock", Map.of(), one(NOT_DELETED)));
        actions.put("preview", action("openPreviewAction", "icon-view", Map.of(), one(Map.of())));
        actions.put("showVersions", action("showVersionsAction", "icon-history", Map.of(), one(Map.of())));
        actions.put("usedIn", action("showReferencesAction", "icon-link", Map.of(), one(Map.of())));
        actions.put("close", action("closeAction", "icon-close", Map.of(), Map.of()));
        return actions;
    }

    static Map<String, Object> detailBar() {
        return Map.of(
                "sections",
                List.of(section(
                        "entry",
                        List.of(
                                List.of("save", "publish", "unpublish", "schedule"),
                                List.of("preview", "showVersions", "usedIn"),
                                List.of("close")))));
    }

    private static Map<String, Object> section(String name, List<List<String>> groups) {
        var numbered = new LinkedHashMap<String, Object>();
        for (var group : groups) {
            var items = group.stream().map(item -> Map.of("name", item)).toList();
            numbered.put("group" + (numbered.size() + 1), Map.of("items", items));
        }
        return Map.of("name", name, "groups", numbered);
    }

    private static Map<String, Object> action(
            String type, String icon, Map<String, Object> parameters, Map<String, Object> availability) {
        var action = new LinkedHashMap<String, Object>();
        action.put("$type", type);
        action.put("icon", icon);
        action.putAll(parameters);
        action.put("availability", availability);
        return action;
    }

    private static Map<String, Object> anywhere() {
        return Map.of("root", true, "nodes", true);
    }

    private static Map<String, Object> one(Map<String, Object> rules) {
        return Map.of("nodes", true, "multiple", false, "rules", rules);
    }

    private static Map<String, Object> many(Map<String, Object> rules) {
        return Map.of("nodes", true, "multiple", true, "rules", rules);
    }

    private static Map<String, Object> rule(String type, boolean negate) {
        return Map.of(type, Map.of("$type", type, "negate", negate));
    }
}
