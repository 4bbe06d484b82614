/**
 * Looks into files: what type they are, how large a picture is. The only place with Tika.
 *
 * <p>May call: the API. Must never know: where assets are stored, HTTP.
 */
@NullMarked
package eu.nephele.platform.media.extract;

import org.jspecify.annotations.NullMarked;
