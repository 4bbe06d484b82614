/**
 * The front door for who is asking: logging in and out, who am I, users, roles, sessions, tokens, the audit log.
 *
 * <p>May call: account, access, audit, definition, http. Must never know: another front door.
 */
@NullMarked
package eu.nephele.webapp.accountapi;

import org.jspecify.annotations.NullMarked;
