/**
 * The port of search engines: index schemas, documents of tokens and values, queries, facets. Engines know this package alone.
 */
@NullMarked
package eu.nephele.api.search;

import org.jspecify.annotations.NullMarked;
