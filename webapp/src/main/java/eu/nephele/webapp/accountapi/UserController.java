package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.User;
import eu.nephele.platform.account.Users;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

    private static final String[] CHANGEABLE = {
        "fullName", "email", "enabled", "roles", "groups", "organisations", "locales"
    };

    private final Users users;
    private final JsonBody json;

    UserController(Accounts accounts, JsonBody json) {
        this.users = accounts.users();
        this.json = json;
    }

    @GetMapping
    Map<String, Object> list(Account by) {
        return Map.of("results", users.list(by).stream().map(AccountJson::of).toList());
    }

    @GetMapping("/{name}")
    Map<String, Object> read(Account by, @PathVariable String name) {
        return AccountJson.of(users.find(by, name));
    }

    /** Answers the generated password, once, where none is given. */
    @PostMapping
    ResponseEntity<Map<String, Object>> create(Account by, HttpServletRequest request) throws IOException {
        var body = new AccountBody(json.read(request.getInputStream()));
        var name = body.requiredText("name");
        var password = body.text("password");
        var user = changed(new User(name, "", "", true, List.of(), List.of(), List.of(), List.of(), false), body);
        body.requireNothingElse("name", "password", String.join(", ", CHANGEABLE));
        var generated = users.create(by, user, password);
        var answer = AccountJson.of(user);
        generated.ifPresent(text -> answer.put("password", text));
        return ResponseEntity.created(URI.create("/.rest/editor/v1/users/" + name))
                .header("Cache-Control", "private, no-store")
                .body(answer);
    }

    /** Changes what is given; {@code enabled: false} suspends, which ends all sessions and tokens at once. */
    @PatchMapping("/{name}")
    Map<String, Object> change(Account by, @PathVariable String name, HttpServletRequest request) throws IOException {
        var body = new AccountBody(json.read(request.getInputStream()));
        var user = changed(users.find(by, name), body);
        body.requireNothingElse(CHANGEABLE);
        return AccountJson.of(users.change(by, user));
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Void> remove(Account by, @PathVariable String name) {
        users.remove(by, name);
        return ResponseEntity.noContent().build();
    }

    /** Answers a new password, once. */
    @PostMapping("/{name}/password")
    ResponseEntity<Map<String, Object>> resetPassword(Account by, @PathVariable String name) {
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-store")
                .body(Map.of("name", name, "password", users.resetPassword(by, name)));
    }

    private static User changed(User user, AccountBody body) {
        var enabled = body.flag("enabled");
        return new User(
                user.name(),
                or(body.text("fullName"), user.fullName()),
                or(body.text("email"), user.email()),
                enabled == null ? user.enabled() : enabled,
                or(body.texts("roles"), user.roles()),
                or(body.texts("groups"), user.groups()),
                or(body.texts("organisations"), user.organisations()),
                or(body.texts("locales"), user.locales()),
                user.sample());
    }

    private static <T> T or(@Nullable T given, T before) {
        return given == null ? before : given;
    }
}
