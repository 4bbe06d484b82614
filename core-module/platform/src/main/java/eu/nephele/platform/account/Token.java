package eu.nephele.platform.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key for a program that acts for a user: it may do what she may at that moment, and no more than its own scope.
 *
 * @param id names it to people, and opens nothing
 * @param lastUsed to an hour; null while it was not
 */
public record Token(
        String id,
        String name,
        String user,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed,
        TokenScope scope) {

    /**
     * @param actions codes; empty for all that the user may
     * @param types names of content types; empty for all
     * @param locales ids; empty for all
     * @param perspective {@code draft} or {@code live}; null for both
     */
    public record TokenScope(
            List<String> actions,
            List<String> types,
            List<String> locales,
            @Nullable String perspective) {
        public TokenScope {
            actions = List.copyOf(actions);
            types = List.copyOf(types);
            locales = List.copyOf(locales);
        }
    }
}
