package eu.nephele.webapp.accountapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Rights;
import eu.nephele.platform.account.Users;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.RoleDefinition;
import eu.nephele.platform.screen.RoleModel;
import eu.nephele.webapp.http.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Role(
            String name,
            String label,
            String description,
            @Nullable String file,
            boolean givable,
            @Nullable List<String> assigns,
            @Nullable List<Right> rights) {}

    /** @param allow actions; of a right that takes away they are in {@code deny} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Right(
            @Nullable List<String> allow,
            @Nullable List<String> deny,
            List<String> types,
            @Nullable String perspective,
            String path,
            @Nullable List<String> organisation,
            @Nullable List<String> locales,
            @Nullable List<String> fields,
            boolean confidential,
            int line) {}

    record RoleList(List<Role> results) {}

    @GetMapping("/.rest/editor/v1/roles")
    @Described("The roles there are, and what they allow")
    RoleList list(Account by, Locale accepted) {
        var current = definitions.get();
        var givable = users.givable(by);
        var language = accepted.toLanguageTag();
        var roles = new ArrayList<Role>();
        roles.add(role(Rights.SUPERUSER, null, RoleModel.of(current, Rights.SUPERUSER, language), givable));
        current.roles()
                .forEach((name, role) -> roles.add(role(name, role, RoleModel.of(current, name, language), givable)));
        return new RoleList(roles);
    }

    /** @param role null for the one that is there always */
    private static Role role(String name, @Nullable RoleDefinition role, RoleModel texts, Set<String> givable) {
        return new Role(
                name,
                texts.label(),
                texts.description(),
                role == null ? null : role.file(),
                givable.contains(name),
                role == null ? null : List.copyOf(role.assigns()),
                role == null
                        ? null
                        : role.rights().stream().map(RoleController::right).toList());
    }

    private static Right right(RoleDefinition.Right right) {
        var actions = right.actions().stream().sorted().toList();
        return new Right(
                right.allowed() ? actions : null,
                right.allowed() ? null : actions,
                right.types(),
                right.perspective(),
                right.path(),
                right.organisations(),
                right.locales(),
                right.fields(),
                right.confidential(),
                right.line());
    }
}
