package eu.nephele.webapp.accountapi;

import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Sessions;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.webapp.http.JsonBody;
import eu.nephele.webapp.http.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out with a browser, and who one is. */
@RestController
@RequestMapping("/.rest/editor/v1")
final class LoginController {

    private final Supplier<Definitions> definitions;
    private final Accounts accounts;
    private final JsonBody json;

    LoginController(Supplier<Definitions> definitions, Accounts accounts, JsonBody json) {
        this.definitions = definitions;
        this.accounts = accounts;
        this.json = json;
    }

    /** Opens a session; the one the browser had before ends. */
    @PostMapping("/login")
    ResponseEntity<Map<String, Object>> logIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = new AccountBody(json.read(request.getInputStream()));
        var name = body.requiredText("user");
        var password = body.requiredText("password");
        body.requireNothingElse("user", "password");
        var origin = String.valueOf(request.getRemoteAddr());
        var account = accounts.authenticate(name, password, origin);
        SessionCookie.secret(request).ifPresent(accounts::logOut);
        var secret = accounts.logIn(account, origin);
        SessionCookie.set(request, response, secret);
        return answer(account, secret);
    }

    /** Ends the session, on every node at once. Without one there is nothing to do. */
    @PostMapping("/logout")
    ResponseEntity<Void> logOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.secret(request).ifPresent(accounts::logOut);
        SessionCookie.clear(request, response);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/me")
    ResponseEntity<Map<String, Object>> me(Account account, HttpServletRequest request) {
        var secret = SessionCookie.secret(request)
                .filter(found -> accounts.withSession(found)
                        .filter(owner -> owner.name().equals(account.name()))
                        .isPresent())
                .orElse(null);
        return answer(account, secret);
    }

    /** Changes one's own password; other sessions of one's own end. */
    @PostMapping("/me/password")
    ResponseEntity<Void> changePassword(Account account, HttpServletRequest request) throws IOException {
        var body = new AccountBody(json.read(request.getInputStream()));
        var before = body.requiredText("before");
        var after = body.requiredText("after");
        body.requireNothingElse("before", "after");
        var secret = SessionCookie.secret(request).orElse("");
        accounts.users().changeOwnPassword(account, before, after, secret);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Map<String, Object>> answer(Account account, @Nullable String secret) {
        var user = account.user();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("name", user.name());
        answer.put("fullName", user.fullName());
        answer.put("email", user.email());
        answer.put("roles", user.roles());
        answer.put("groups", user.groups());
        answer.put("organisations", user.organisations());
        answer.put("locales", user.locales());
        answer.put("givableRoles", accounts.users().givable(account));
        answer.put("administrator", account.actor().may(Action.ADMINISTER, Subject.platform()));
        answer.put("whoCanGrant", account.actor().grantors());
        answer.put("rights", new RightsJson(definitions.get()).of(account.actor()));
        if (secret != null) {
            answer.put("csrfToken", Sessions.csrfToken(secret));
        }
        return ResponseEntity.ok().header("Cache-Control", "private, no-store").body(answer);
    }
}
