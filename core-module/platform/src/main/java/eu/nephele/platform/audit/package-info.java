/**
 * What has happened, and who did it: an append-only, hash-chained record of writes, log-ins, changes of rights and uses of tokens.
 *
 * <p>May call: repository, feed, access, the API. Must never know: who acts, and why.
 */
@NullMarked
package eu.nephele.platform.audit;

import org.jspecify.annotations.NullMarked;
