package eu.nephele.platform.screen;

import eu.nephele.platform.definition.Definitions;
import java.util.List;

/** What a role is called, and what it is for, in one language; where the message bundles say nothing, as its file says. */
public record RoleModel(String label, String description) {

    public static RoleModel of(Definitions definitions, String role, String language) {
        var labels = new Labels(definitions, language);
        var own = definitions.roles().get(role);
        var label = own == null ? role : own.label();
        return new RoleModel(
                text(labels, "roles." + role + ".label", label, role),
                text(labels, "roles." + role + ".description", own == null ? "" : own.description(), ""));
    }

    private static String text(Labels labels, String key, String given, String name) {
        var found = labels.find(null, List.of(key), name);
        return found.missing() ? labels.find(given, List.of(), name).text() : found.text();
    }
}
