/**
 * The embedded engine on Apache Lucene: one index per schema, in a folder or in memory; searches and all facets in one pass.
 *
 * <p>May call: the API. Must never know: search, other engines, content types. With search's analysis the only place with Lucene.
 */
@NullMarked
package eu.nephele.platform.search.lucene;

import org.jspecify.annotations.NullMarked;
