/**
 * The front door of editors and importers: JSON to the deeds of authoring, publishing and exchange, and back. Holds no rule.
 *
 * <p>May call: authoring, publishing, exchange, media, definition, repository, search, access, http. Must never know: delivery.
 */
@NullMarked
package eu.nephele.webapp.editorapi;

import org.jspecify.annotations.NullMarked;
