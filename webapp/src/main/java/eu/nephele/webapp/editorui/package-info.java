/**
 * Serves the files of the editor's user interface, built from {@code webapp/editor/}, under {@code /admin/}. Holds no content: the pages
 * ask the editor API. Must never know: any room of the platform.
 */
@NullMarked
package eu.nephele.webapp.editorui;

import org.jspecify.annotations.NullMarked;
