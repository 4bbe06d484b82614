package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Token.TokenScope;
import eu.nephele.platform.account.Users;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What opens the door beside a password: sessions of browsers, and tokens of programs. One's own, or all for an administrator. */
@RestController
@RequestMapping("/.rest/editor/v1")
final class KeyController {

    private static final int DEFAULT_DAYS = 90;

    private final Users users;
    private final JsonBody json;

    KeyController(Accounts accounts, JsonBody json) {
        this.users = accounts.users();
        this.json = json;
    }

    @GetMapping("/sessions")
    Map<String, Object> sessions(Account by, @RequestParam(name = "all", defaultValue = "false") boolean all) {
        return Map.of(
                "results", users.sessions(by, all).stream().map(AccountJson::of).toList());
    }

    @DeleteMapping("/sessions/{id}")
    ResponseEntity<Void> endSession(Account by, @PathVariable String id) {
        users.endSession(by, id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/tokens")
    Map<String, Object> tokens(Account by, @RequestParam(name = "all", defaultValue = "false") boolean all) {
        return Map.of(
                "results", users.tokens(by, all).stream().map(AccountJson::of).toList());
    }

    /** Answers the token itself, once. */
    @PostMapping("/tokens")
    ResponseEntity<Map<String, Object>> makeToken(Account by, HttpServletRequest request) throws IOException {
        var body = new AccountBody(json.read(request.getInputStream()));
        var name = body.requiredText("name");
        var user = body.text("user");
        var days = body.number("expiresInDays");
        var scope = new TokenScope(
                orAll(body.texts("actions")),
                orAll(body.texts("types")),
                orAll(body.texts("locales")),
                body.text("perspective"));
        body.requireNothingElse("name", "user", "expiresInDays", "actions", "types", "locales", "perspective");
        var life = Duration.ofDays(days == null ? DEFAULT_DAYS : days);
        var made = users.makeToken(by, user == null ? by.name() : user, name, life, scope);
        var answer = AccountJson.of(made.token());
        answer.put("token", made.text());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Cache-Control", "private, no-store")
                .body(answer);
    }

    @DeleteMapping("/tokens/{id}")
    ResponseEntity<Void> revoke(Account by, @PathVariable String id) {
        users.revokeToken(by, id);
        return ResponseEntity.noContent().build();
    }

    private static List<String> orAll(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
