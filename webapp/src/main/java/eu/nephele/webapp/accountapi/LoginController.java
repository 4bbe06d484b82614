package eu.nephele.webapp.accountapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.account.Sessions;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import eu.nephele.webapp.http.LoginMethods;
import eu.nephele.webapp.http.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final LoginMethods methods;

    LoginController(Supplier<Definitions> definitions, Accounts accounts, LoginMethods methods) {
        this.definitions = definitions;
        this.accounts = accounts;
        this.methods = methods;
    }

    record Credentials(String user, String password) {}

    record PasswordChange(String before, String after) {}

    /**
     * @param givableRoles that one may give to others
     * @param rights by content type: what one may do to its drafts
     * @param csrfToken of the session, where there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            String name,
            String fullName,
            String email,
            List<String> roles,
            List<String> groups,
            List<String> organisations,
            List<String> locales,
            Set<String> givableRoles,
            boolean administrator,
            List<String> whoCanGrant,
            Map<String, Map<String, Object>> rights,
            @Nullable String csrfToken) {}

    @GetMapping("/login")
    @Described("The ways to log in here; for everybody")
    LoginMethods methods() {
        return methods;
    }

    @PostMapping("/login")
    @Described("Opens a session; the one the browser had before ends")
    ResponseEntity<Me> logIn(@Body Credentials given, HttpServletRequest request, HttpServletResponse response) {
        var origin = String.valueOf(request.getRemoteAddr());
        var account = accounts.authenticate(given.user(), given.password(), origin);
        SessionCookie.secret(request).ifPresent(accounts::logOut);
        var secret = accounts.logIn(account, origin);
        SessionCookie.set(request, response, secret);
        return answer(account, secret);
    }

    /** On every node at once. */
    @PostMapping("/logout")
    @Described(value = "Ends the session. Without one there is nothing to do", takes = Described.NOTHING)
    ResponseEntity<Void> logOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.secret(request).ifPresent(accounts::logOut);
        SessionCookie.clear(request, response);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/me")
    @Described("Who one is, and what one may do")
    ResponseEntity<Me> me(Account account, HttpServletRequest request) {
        var secret = SessionCookie.secret(request)
                .filter(found -> accounts.withSession(found)
                        .filter(owner -> owner.name().equals(account.name()))
                        .isPresent())
                .orElse(null);
        return answer(account, secret);
    }

    @PostMapping("/me/password")
    @Described("Changes one's own password; other sessions of one's own end")
    ResponseEntity<Void> changePassword(Account account, @Body PasswordChange given, HttpServletRequest request) {
        var secret = SessionCookie.secret(request).orElse("");
        accounts.users().changeOwnPassword(account, given.before(), given.after(), secret);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Me> answer(Account account, @Nullable String secret) {
        var user = account.user();
        var me = new Me(
                user.name(),
                user.fullName(),
                user.email(),
                user.roles(),
                user.groups(),
                user.organisations(),
                user.locales(),
                accounts.users().givable(account),
                account.actor().may(Action.ADMINISTER, Subject.platform()),
                account.actor().grantors(),
                new RightsJson(definitions.get()).of(account.actor()),
                secret == null ? null : Sessions.csrfToken(secret));
        return ResponseEntity.ok().header("Cache-Control", "private, no-store").body(me);
    }
}
