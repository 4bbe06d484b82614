package eu.nephele.webapp.accountapi;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody may do to the drafts of each content type: by action {@code all}, {@code own} (entries of her organisations only),
 * {@code some} (by path) or {@code none}; and the locales she is limited to, if any.
 */
record RightsJson(Definitions definitions) {

    private static final String ASSET = "asset";

    Map<String, Map<String, Object>> of(Actor actor) {
        var rights = new TreeMap<String, Map<String, Object>>();
        definitions
                .contentTypes()
                .forEach((name, type) -> rights.put(
                        name,
                        of(
                                actor,
                                new Location(
                                        Perspective.DRAFT,
                                        type.workspace(),
                                        type.datasource().rootPath()),
                                type.nodeType())));
        rights.put(ASSET, of(actor, new Location(Perspective.DRAFT, "dam", "/"), "mgnl:asset"));
        return rights;
    }

    private static Map<String, Object> of(Actor actor, Location root, String nodeType) {
        var json = new LinkedHashMap<String, Object>();
        for (var action : Action.values()) {
            if (action == Action.ADMINISTER) {
                continue;
            }
            var reach = actor.reach(action, root, nodeType);
            json.put(
                    action.code(),
                    !reach.any()
                            ? "none"
                            : reach.owner() != null ? "own" : reach.below().isEmpty() ? "all" : "some");
            var locales = actor.locales(action, root, nodeType);
            if (reach.any() && locales != null) {
                json.put(action.code() + "Locales", locales);
            }
        }
        return json;
    }
}
