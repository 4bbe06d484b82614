/**
 * What makes entries live, or takes them away: publish (with referenced drafts, or some locales only), publish a deletion, unpublish.
 *
 * <p>May call: definition, validation, repository, access, the API. Must never know: search, channels, caches.
 */
@NullMarked
package eu.nephele.platform.publishing;

import org.jspecify.annotations.NullMarked;
