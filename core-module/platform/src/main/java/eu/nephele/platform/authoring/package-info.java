/**
 * What editors do to drafts, one class a deed: create, save, move, duplicate, delete, restore. Each asks: may they? is it
 * valid? then changes, and records the change in the same save.
 *
 * <p>May call: definition, validation, richtext, repository, access, the API. Must never know: publishing, search.
 */
@NullMarked
package eu.nephele.platform.authoring;

import org.jspecify.annotations.NullMarked;
