/**
 * Content as values: nodes, property values, perspectives, changes. Knows neither JCR nor content types.
 */
@NullMarked
package eu.nephele.api.content;

import org.jspecify.annotations.NullMarked;
