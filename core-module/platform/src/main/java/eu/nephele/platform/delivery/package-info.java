/**
 * Endpoint definition and request become an answer: entries as JSON bytes, with their references, in one language; pages of
 * entries with facets; what a cache needs to know about them. An entry is rendered once and kept until the change log drops it.
 *
 * <p>May call: definition, timedtext, externalvideo, richtext, repository, search, access, the API. Must never know: the write side, HTTP, FreeMarker.
 */
@NullMarked
package eu.nephele.platform.delivery;

import org.jspecify.annotations.NullMarked;
