package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.User;
import eu.nephele.platform.account.Users;
import eu.nephele.webapp.accountapi.AccountJson.CreatedUser;
import eu.nephele.webapp.accountapi.AccountJson.NewPassword;
import eu.nephele.webapp.accountapi.AccountJson.UserList;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Administers users: by administrators, and by those whose roles may be passed on. */
@RestController
@RequestMapping("/.rest/editor/v1/users")
final class UserController {

    private final Users users;

    UserController(Accounts accounts) {
        this.users = accounts.users();
    }

    record UserChange(
            @Nullable String fullName,
            @Nullable String email,
            @Nullable Boolean enabled,
            @Nullable List<String> roles,
            @Nullable List<String> groups,
            @Nullable List<String> organisations,
            @Nullable List<String> locales) {

        User of(User user) {
            return new User(
                    user.name(),
                    or(fullName, user.fullName()),
                    or(email, user.email()),
                    or(enabled, user.enabled()),
                    or(roles, user.roles()),
                    or(groups, user.groups()),
                    or(organisations, user.organisations()),
                    or(locales, user.locales()),
                    user.sample());
        }

        private static <T> T or(@Nullable T given, T before) {
            return given == null ? before : given;
        }
    }

    /** @param password null to have one generated */
    record UserInput(
            String name,
            @Nullable String password,
            @Nullable String fullName,
            @Nullable String email,
            @Nullable Boolean enabled,
            @Nullable List<String> roles,
            @Nullable List<String> groups,
            @Nullable List<String> organisations,
            @Nullable List<String> locales) {

        User user() {
            var empty = new User(name, "", "", true, List.of(), List.of(), List.of(), List.of(), false);
            return new UserChange(fullName, email, enabled, roles, groups, organisations, locales).of(empty);
        }
    }

    @GetMapping
    @Described("The users whom one may manage")
    UserList list(Account by) {
        return new UserList(users.list(by));
    }

    @GetMapping("/{name}")
    @Described("A user whom one may manage")
    User read(Account by, @PathVariable String name) {
        return users.find(by, name);
    }

    @PostMapping
    @Described("Creates a user; answers the generated password, once, where none is given")
    ResponseEntity<CreatedUser> create(Account by, @Body UserInput given) {
        var user = given.user();
        var generated = users.create(by, user, given.password());
        return ResponseEntity.created(URI.create("/.rest/editor/v1/users/" + user.name()))
                .header("Cache-Control", "private, no-store")
                .body(CreatedUser.of(user, generated.orElse(null)));
    }

    @PatchMapping("/{name}")
    @Described("Changes what is given; enabled: false suspends, which ends all sessions and tokens at once")
    User change(Account by, @PathVariable String name, @Body UserChange given) {
        return users.change(by, given.of(users.find(by, name)));
    }

    @DeleteMapping("/{name}")
    @Described("Removes a user")
    ResponseEntity<Void> remove(Account by, @PathVariable String name) {
        users.remove(by, name);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{name}/password")
    @Described("Answers a new password, once")
    ResponseEntity<NewPassword> resetPassword(Account by, @PathVariable String name) {
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-store")
                .body(new NewPassword(name, users.resetPassword(by, name)));
    }
}
