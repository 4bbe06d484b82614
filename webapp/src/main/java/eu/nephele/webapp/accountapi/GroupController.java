package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Group;
import eu.nephele.platform.account.Users;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Administers groups. */
@RestController
@RequestMapping("/.rest/editor/v1/groups")
final class GroupController {

    private final Users users;
    private final JsonBody json;

    GroupController(Accounts accounts, JsonBody json) {
        this.users = accounts.users();
        this.json = json;
    }

    @GetMapping
    Map<String, Object> list(Account by) {
        return Map.of("results", users.groups(by).stream().map(AccountJson::of).toList());
    }

    /** Creates the group, or makes it what is given. */
    @PutMapping("/{name}")
    Map<String, Object> save(Account by, @PathVariable String name, HttpServletRequest request) throws IOException {
        var body = new AccountBody(json.read(request.getInputStream()));
        var label = body.text("label");
        var group = new Group(
                name,
                label == null ? name : label,
                orNone(body.texts("roles")),
                orNone(body.texts("organisations")),
                orNone(body.texts("locales")));
        body.requireNothingElse("label", "roles", "organisations", "locales");
        users.save(by, group);
        return AccountJson.of(group);
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Void> remove(Account by, @PathVariable String name) {
        users.removeGroup(by, name);
        return ResponseEntity.noContent().build();
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
