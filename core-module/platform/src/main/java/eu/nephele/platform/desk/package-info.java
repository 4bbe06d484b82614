/**
 * What an editor has at hand beside the deeds: lists of drafts, pickers, where something is used, saved views, working copies, comments, jobs.
 *
 * <p>May call: screen, definition, validation, authoring, publishing, document, richtext, repository, feed, search, access. Must never know: HTTP.
 */
@NullMarked
package eu.nephele.platform.desk;

import org.jspecify.annotations.NullMarked;
