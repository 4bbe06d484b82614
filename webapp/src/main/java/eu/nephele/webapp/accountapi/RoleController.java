package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Rights;
import eu.nephele.platform.account.Users;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.RoleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles there are, and what they allow: everybody may know the rules. */
@RestController
final class RoleController {

    private final Supplier<Definitions> definitions;
    private final Users users;

    RoleController(Supplier<Definitions> definitions, Accounts accounts) {
        this.definitions = definitions;
        this.users = accounts.users();
    }

    @GetMapping("/.rest/editor/v1/roles")
    Map<String, Object> list(Account by) {
        var givable = users.givable(by);
        var roles = new ArrayList<Map<String, Object>>();
        var superuser = new LinkedHashMap<String, Object>();
        superuser.put("name", Rights.SUPERUSER);
        superuser.put("label", "Superuser");
        superuser.put("description", "May do everything.");
        superuser.put("givable", givable.contains(Rights.SUPERUSER));
        roles.add(superuser);
        definitions.get().roles().values().forEach(role -> roles.add(json(role, givable.contains(role.name()))));
        return Map.of("results", roles);
    }

    private static Map<String, Object> json(RoleDefinition role, boolean givable) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", role.name());
        json.put("label", role.label());
        json.put("description", role.description());
        json.put("file", role.file());
        json.put("givable", givable);
        json.put("assigns", role.assigns());
        json.put("rights", role.rights().stream().map(RoleController::json).toList());
        return json;
    }

    private static Map<String, Object> json(RoleDefinition.Right right) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                right.allowed() ? "allow" : "deny",
                right.actions().stream().sorted().toList());
        json.put("types", right.types());
        json.put("perspective", right.perspective());
        json.put("path", right.path());
        json.put("organisation", right.organisations());
        json.put("locales", right.locales());
        json.put("fields", right.fields());
        json.put("confidential", right.confidential());
        json.put("line", right.line());
        return json;
    }
}
