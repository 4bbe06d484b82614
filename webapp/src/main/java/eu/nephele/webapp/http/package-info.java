/**
 * What all front doors share: which HTTP status an error has and how it is told, who is asking, strict parameters, reading JSON bodies
 * within limits.
 *
 * <p>May call: account, access, the API. Must never know: a front door.
 */
@NullMarked
package eu.nephele.webapp.http;

import org.jspecify.annotations.NullMarked;
