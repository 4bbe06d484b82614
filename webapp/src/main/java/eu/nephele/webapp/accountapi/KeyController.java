package eu.nephele.webapp.accountapi;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Session;
import eu.nephele.platform.account.Token.TokenScope;
import eu.nephele.platform.account.Users;
import eu.nephele.webapp.accountapi.AccountJson.ApiToken;
import eu.nephele.webapp.accountapi.AccountJson.OpenSession;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import eu.nephele.webapp.http.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
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

    private final Accounts accounts;
    private final Users users;

    KeyController(Accounts accounts) {
        this.accounts = accounts;
        this.users = accounts.users();
    }

    @GetMapping("/sessions")
    @Described("One's open sessions; all of everybody for an administrator")
    AccountJson.SessionList sessions(
            Account by, @RequestParam(name = "all", defaultValue = "false") boolean all, HttpServletRequest request) {
        var current = SessionCookie.secret(request)
                .flatMap(accounts::session)
                .map(Session::id)
                .orElse(null);
        return new AccountJson.SessionList(users.sessions(by, all).stream()
                .map(session -> OpenSession.of(session, current))
                .toList());
    }

    @DeleteMapping("/sessions")
    @Described(
            value = "Ends all of one's sessions, on every device; with others=true all but the one that asks",
            takes = Described.NOTHING)
    ResponseEntity<Void> endSessions(
            Account by,
            @RequestParam(name = "others", defaultValue = "false") boolean others,
            HttpServletRequest request) {
        users.endOwnSessions(by, others ? SessionCookie.secret(request).orElse("") : "");
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/sessions/{id}")
    @Described("Ends a session")
    ResponseEntity<Void> endSession(Account by, @PathVariable String id) {
        users.endSession(by, id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/tokens")
    @Described("One's tokens; all of everybody for an administrator")
    AccountJson.TokenList tokens(Account by, @RequestParam(name = "all", defaultValue = "false") boolean all) {
        return new AccountJson.TokenList(users.tokens(by, all).stream()
                .map(token -> ApiToken.of(token, null))
                .toList());
    }

    /** @param user somebody else, such as a channel, for an administrator */
    record TokenInput(
            String name,
            @Nullable String user,
            @Nullable Integer expiresInDays,
            @Nullable List<String> actions,
            @Nullable List<String> types,
            @Nullable List<String> locales,
            @Nullable String perspective) {}

    @PostMapping("/tokens")
    @Described("Makes a token and answers it, once; what is left out is not limited")
    ResponseEntity<ApiToken> makeToken(Account by, @Body TokenInput given) {
        var days = given.expiresInDays() == null ? DEFAULT_DAYS : given.expiresInDays();
        var scope = new TokenScope(
                orAll(given.actions()), orAll(given.types()), orAll(given.locales()), given.perspective());
        var user = given.user() == null ? by.name() : given.user();
        var made = users.makeToken(by, user, given.name(), Duration.ofDays(days), scope);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Cache-Control", "private, no-store")
                .body(ApiToken.of(made.token(), made.text()));
    }

    @DeleteMapping("/tokens/{id}")
    @Described("Revokes a token")
    ResponseEntity<Void> revoke(Account by, @PathVariable String id) {
        users.revokeToken(by, id);
        return ResponseEntity.noContent().build();
    }

    private static List<String> orAll(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
