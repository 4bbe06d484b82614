package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Group;
import eu.nephele.platform.account.Users;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
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

    GroupController(Accounts accounts) {
        this.users = accounts.users();
    }

    record GroupInput(
            @Nullable String label,
            @Nullable List<String> roles,
            @Nullable List<String> organisations,
            @Nullable List<String> locales) {}

    @GetMapping
    @Described("All groups")
    AccountJson.GroupList list(Account by) {
        return new AccountJson.GroupList(users.groups(by));
    }

    @PutMapping("/{name}")
    @Described("Creates the group, or makes it what is given")
    Group save(Account by, @PathVariable String name, @Body GroupInput given) {
        var group = new Group(
                name,
                given.label() == null ? name : given.label(),
                orNone(given.roles()),
                orNone(given.organisations()),
                orNone(given.locales()));
        users.save(by, group);
        return group;
    }

    @DeleteMapping("/{name}")
    @Described("Removes a group; its users stay")
    ResponseEntity<Void> remove(Account by, @PathVariable String name) {
        users.removeGroup(by, name);
        return ResponseEntity.noContent().build();
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
