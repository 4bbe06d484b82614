/**
 * The engine on an Elasticsearch cluster: one index per schema behind an alias, tokens as they come, searches and all facets in one
 * request.
 *
 * <p>May call: the API. Must never know: search, other engines, content types. The only place with Elasticsearch's client.
 */
@NullMarked
package eu.nephele.platform.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
