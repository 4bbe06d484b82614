/**
 * Content types as values, as read from light modules. Knows neither YAML nor storage.
 */
@NullMarked
package eu.nephele.api.contenttype;

import org.jspecify.annotations.NullMarked;
