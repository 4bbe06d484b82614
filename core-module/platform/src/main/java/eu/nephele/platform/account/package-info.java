/**
 * Who may log in: accounts with hashed passwords, stored in the workspace {@code users}; throttling of guesses.
 *
 * <p>May call: repository, access, the API. Must never know: HTTP, and how a password is hashed.
 */
@NullMarked
package eu.nephele.platform.account;

import org.jspecify.annotations.NullMarked;
