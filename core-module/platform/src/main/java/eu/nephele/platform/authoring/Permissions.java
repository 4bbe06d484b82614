package eu.nephele.platform.authoring;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Decision;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.access.Subject.Field;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody may do to one entry, and else which rule stands in her way.
 *
 * @param actions whether she may at all, perhaps not in all fields
 * @param deniedFields why not, by the stored name of each field that she may not change: {@code title_de}
 */
public record Permissions(Map<Action, Decision> actions, Map<String, String> deniedFields) {

    /** Of a draft that the actor may read. */
    public static Permissions of(Drafts drafts, Actor actor, ContentType type, Location location, ContentNode draft) {
        var subject = Subject.of(location, draft);
        var actions = new EnumMap<Action, Decision>(Action.class);
        for (var action : Action.values()) {
            if (action != Action.ADMINISTER) {
                actions.put(action, actor.decide(action, subject));
            }
        }
        return new Permissions(actions, deniedFields(drafts, actor, type, subject));
    }

    private static Map<String, String> deniedFields(Drafts drafts, Actor actor, ContentType type, Subject subject) {
        var denied = new LinkedHashMap<String, String>();
        if (!actor.decidesByField()) {
            return denied;
        }
        var site = drafts.definitions().site();
        for (var property : type.model().properties()) {
            for (var locale : site.locales()) {
                var isDefault = locale.id().equals(site.defaultLocale());
                if (!property.i18n() && !isDefault) {
                    continue;
                }
                var field = new Field(property.name(), property.i18n() ? locale.id() : null, property.confidential());
                var decision = actor.decide(Action.WRITE, subject.with(field));
                if (!decision.allowed()) {
                    denied.put(isDefault ? property.name() : property.name() + "_" + locale.suffix(), decision.rule());
                }
            }
        }
        return denied;
    }
}
