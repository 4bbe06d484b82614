/**
 * The front door of assets: serves them by id below {@code /dam}, in parts where asked, never as anything that could run in a visitor's browser.
 *
 * <p>May call: media, externalvideo, http. Must never know: where assets are stored.
 */
@NullMarked
package eu.nephele.webapp.mediafiles;

import org.jspecify.annotations.NullMarked;
