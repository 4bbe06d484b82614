/**
 * Looks into files: their type in this process, from the first bytes; everything else in worker processes. The only place with Tika, and the only one that
 * starts processes.
 *
 * <p>May call: the API, the protocol of the media worker. Must never know: where assets are stored, HTTP.
 */
@NullMarked
package eu.nephele.platform.media.extract;

import org.jspecify.annotations.NullMarked;
