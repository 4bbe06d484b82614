/**
 * What can be wrong with a definition or an entry, and where. Knows the JDK only.
 */
@NullMarked
package eu.nephele.api.problem;

import org.jspecify.annotations.NullMarked;
