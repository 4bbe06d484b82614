package eu.nephele.platform.definition;

import eu.nephele.platform.definition.RoleDefinition.Right;
import eu.nephele.platform.definition.RoleDefinition.SampleUser;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code roles/<name>.yaml}. Stricter than other files: a misspelt key could open what it was to close, so a role with anything wrong in
 * it is not used at all.
 */
final class RoleReader {

    /** In this order in messages. */
    static final List<String> CONTENT_ACTIONS =
            List.of("read", "create", "write", "delete", "publish", "comment", "export");

    private static final String ADMINISTER = "administer";
    private static final String ALL = "all";
    private static final Set<String> ROLE_KEYS =
            Set.of("name", "label", "description", "assigns", "rights", "sampleUser");
    private static final Set<String> RIGHT_KEYS = Set.of(
            "allow", "deny", "types", "perspective", "path", "organisation", "locales", "fields", "confidential");

    private final Set<String> types;
    private final Set<String> roles;
    private final Set<String> locales;

    RoleReader(Set<String> contentTypes, Set<String> roles, Collection<String> locales) {
        this.types = new TreeSet<>(contentTypes);
        this.types.add(RoleDefinition.ASSET);
        this.roles = roles;
        this.locales = new TreeSet<>(locales);
        this.locales.add(RoleDefinition.OWN);
    }

    @Nullable
    RoleDefinition read(DefinitionFile file, Section root) {
        refuseUnknownKeys(root, ROLE_KEYS);
        if (file.name().equals("superuser")) {
            root.severe("name", "superuser is there always, and cannot be defined", "choose another name");
        }
        var rights = new ArrayList<Right>();
        if (root.value("rights").orElse(null) instanceof Located.Items items) {
            for (var index = 0; index < items.items().size(); index++) {
                rights.add(right(Section.of(items.items().get(index), "rights." + index, root.problems())));
            }
        } else {
            root.severe("rights", "must be a list of rights", "rights: [{allow: read}]");
        }
        var assigns = known(root, "assigns", roles, "role");
        return root.problems().areBroken()
                ? null
                : new RoleDefinition(
                        file.name(),
                        file.file(),
                        root.text("label", file.name()),
                        root.text("description", ""),
                        assigns,
                        rights,
                        root.value("sampleUser").isEmpty() ? null : sampleUser(root.section("sampleUser")));
    }

    private SampleUser sampleUser(Section user) {
        var name = user.text("name", "");
        var fullName = user.text("fullName", name);
        var organisation = user.text("organisation");
        var locales = user.texts("locales");
        user.finish();
        return new SampleUser(name, fullName, organisation, locales);
    }

    private Right right(Section right) {
        refuseUnknownKeys(right, RIGHT_KEYS);
        var allowed = right.value("allow").isPresent();
        if (allowed == right.value("deny").isPresent()) {
            right.severe("allow", "must have either `allow` or `deny`", "allow: [read, write]");
        }
        var perspective = right.text("perspective");
        if (perspective != null && !Set.of("draft", "live").contains(perspective)) {
            right.severe("perspective", "must be draft or live, not `%s`".formatted(perspective), null);
        }
        var path = right.text("path", "/");
        if (!path.startsWith("/") || path.length() > 1 && path.endsWith("/")) {
            right.severe("path", "must be a path such as /industry, not `%s`".formatted(path), null);
        }
        return new Right(
                allowed,
                actions(right, allowed ? "allow" : "deny"),
                known(right, "types", types, "content type"),
                perspective,
                path,
                listed(right, "organisation"),
                right.value("locales").isEmpty() ? null : known(right, "locales", locales, "locale of the site"),
                listed(right, "fields"),
                right.flag("confidential", false),
                right.place().line());
    }

    private static Set<String> actions(Section right, String key) {
        var actions = new LinkedHashSet<String>();
        for (var written : right.texts(key)) {
            if (written.equals(ALL)) {
                actions.addAll(CONTENT_ACTIONS);
            } else if (CONTENT_ACTIONS.contains(written) || written.equals(ADMINISTER)) {
                actions.add(written);
            } else {
                right.severe(
                        key,
                        "`%s` is no action: %s, %s, or all"
                                .formatted(written, String.join(", ", CONTENT_ACTIONS), ADMINISTER),
                        NearestName.suggest(written, new TreeSet<>(CONTENT_ACTIONS)));
            }
        }
        return actions;
    }

    private static @Nullable List<String> listed(Section right, String key) {
        if (right.value(key).isEmpty()) {
            return null;
        }
        var texts = right.texts(key);
        if (texts.isEmpty()) {
            right.severe(key, "names nothing", null);
        }
        return texts;
    }

    private static List<String> known(Section section, String key, Set<String> known, String kind) {
        var texts = section.texts(key);
        if (section.value(key).isPresent() && texts.isEmpty()) {
            section.severe(key, "names no " + kind, "leave it out for all");
        }
        for (var text : texts) {
            if (!known.contains(text)) {
                section.severe(key, "`%s` is no %s".formatted(text, kind), NearestName.suggest(text, known));
            }
        }
        return texts;
    }

    private static void refuseUnknownKeys(Section section, Set<String> known) {
        section.ignore(known.toArray(String[]::new));
        for (var key : section.keys()) {
            if (!known.contains(key)) {
                section.severe(key, "unknown key `%s`".formatted(key), NearestName.suggest(key, known));
                section.ignore(key);
            }
        }
    }
}
