package eu.nephele.platform.account;

import eu.nephele.platform.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has proved who they are, with what they may do at this moment.
 *
 * @param user with what her groups give her
 * @param token the one that a program came with; null of a person
 */
public record Account(User user, Actor actor, @Nullable Token token) {

    public Account(User user, Actor actor) {
        this(user, actor, null);
    }

    /** An administrator who is no stored user, such as a command on the same machine. */
    public static Account unstored(String name) {
        return new Account(User.administrator(name), Actor.administrator(name));
    }

    public String name() {
        return user.name();
    }
}
