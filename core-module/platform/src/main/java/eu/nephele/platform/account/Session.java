package eu.nephele.platform.account;

import java.time.Instant;

/**
 * Somebody who has logged in with a browser.
 *
 * @param id names it to administrators, and opens nothing
 * @param lastSeen to some minutes
 * @param expires when it ends if it is not used before
 * @param origin the address it was opened from
 */
public record Session(String id, String user, Instant created, Instant lastSeen, Instant expires, String origin) {}
