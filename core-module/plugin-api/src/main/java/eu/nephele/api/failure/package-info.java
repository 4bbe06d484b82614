/**
 * The one exception of the platform and its coded kinds. Knows the JDK only; the HTTP status is derived in webapp.
 */
@NullMarked
package eu.nephele.api.failure;

import org.jspecify.annotations.NullMarked;
