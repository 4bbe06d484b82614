/**
 * The front door of those who write clients: describes the editor API from the routes that really answer.
 *
 * <p>May call: http. Must never know: the other doors, the platform.
 */
@NullMarked
package eu.nephele.webapp.apidocs;

import org.jspecify.annotations.NullMarked;
