package eu.nephele.webapp.accountapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.platform.account.Group;
import eu.nephele.platform.account.Session;
import eu.nephele.platform.account.Token;
import eu.nephele.platform.account.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users, groups, sessions and tokens as administrators read them; never a secret but a new one, once. */
final class AccountJson {

    private AccountJson() {}

    record UserList(List<User> results) {}

    record GroupList(List<Group> results) {}

    /** @param password a generated one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreatedUser(
            String name,
            String fullName,
            String email,
            boolean enabled,
            List<String> roles,
            List<String> groups,
            List<String> organisations,
            List<String> locales,
            boolean sample,
            @Nullable String password) {

        static CreatedUser of(User user, @Nullable String password) {
            return new CreatedUser(
                    user.name(),
                    user.fullName(),
                    user.email(),
                    user.enabled(),
                    user.roles(),
                    user.groups(),
                    user.organisations(),
                    user.locales(),
                    user.sample(),
                    password);
        }
    }

    record NewPassword(String name, String password) {}

    /** @param current whether it is the one that asks */
    record OpenSession(
            String id,
            String user,
            Instant created,
            Instant lastSeen,
            Instant expires,
            String origin,
            boolean current) {

        static OpenSession of(Session session, @Nullable String current) {
            return new OpenSession(
                    session.id(),
                    session.user(),
                    session.created(),
                    session.lastSeen(),
                    session.expires(),
                    session.origin(),
                    session.id().equals(current));
        }
    }

    record SessionList(List<OpenSession> results) {}

    /** @param token the secret of a new one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApiToken(
            String id,
            String name,
            String user,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed,
            List<String> actions,
            List<String> types,
            List<String> locales,
            @Nullable String perspective,
            @Nullable String token) {

        static ApiToken of(Token token, @Nullable String secret) {
            return new ApiToken(
                    token.id(),
                    token.name(),
                    token.user(),
                    token.created(),
                    token.expires(),
                    token.lastUsed(),
                    token.scope().actions(),
                    token.scope().types(),
                    token.scope().locales(),
                    token.scope().perspective(),
                    secret);
        }
    }

    record TokenList(List<ApiToken> results) {}
}
