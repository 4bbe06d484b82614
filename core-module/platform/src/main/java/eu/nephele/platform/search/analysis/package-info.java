/**
 * Language analysis, the same for every engine and for index and query: text and an analyzer profile become words; rich text becomes
 * plain text; texts become sort keys.
 *
 * <p>May call: nothing but the libraries of analysis. Must never know: engines, content types.
 */
@NullMarked
package eu.nephele.platform.search.analysis;

import org.jspecify.annotations.NullMarked;
