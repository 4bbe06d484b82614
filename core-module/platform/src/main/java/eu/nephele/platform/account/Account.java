package eu.nephele.platform.account;

import eu.nephele.platform.access.Actor;

/** Somebody who has proved who they are. */
public record Account(String name) {

    /** Every account is an administrator's in this version. */
    public Actor actor() {
        return Actor.administrator(name);
    }
}
