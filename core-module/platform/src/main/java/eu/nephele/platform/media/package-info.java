/**
 * Assets: uploaded files as Magnolia stores them, in the workspace {@code dam}, and reading them back as streams.
 *
 * <p>May call: definition, repository, access, the API. Must never know: HTTP. What looks into files lies in {@code media.extract}.
 */
@NullMarked
package eu.nephele.platform.media;

import org.jspecify.annotations.NullMarked;
