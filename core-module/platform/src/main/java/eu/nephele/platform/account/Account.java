package eu.nephele.platform.account;

import eu.nephele.platform.access.Actor;

/** Somebody who has proved who they are, with what they may do at this moment. */
public record Account(User user, Actor actor) {

    /** An administrator who is no stored user, such as a command on the same machine. */
    public static Account unstored(String name) {
        return new Account(User.administrator(name), Actor.administrator(name));
    }

    public String name() {
        return user.name();
    }
}
