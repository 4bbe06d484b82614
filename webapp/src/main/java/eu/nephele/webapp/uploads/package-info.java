/**
 * The front door of large uploads: the tus protocol (version 1.0.0), by which an upload that was interrupted goes on where it was. The only place with
 * tus-java-server.
 *
 * <p>May call: media, http. Must never know: where assets are stored.
 */
@NullMarked
package eu.nephele.webapp.uploads;

import org.jspecify.annotations.NullMarked;
