/**
 * Brings many entries in from files, and writes lists as files. Sits above authoring and publishing, since an import may do both, and above the desk, whose jobs bring
 * spreadsheets in.
 *
 * <p>May call: desk, authoring, publishing, document, validation, definition, repository, access, the API. Must never know: HTTP.
 */
@NullMarked
package eu.nephele.platform.exchange;

import org.jspecify.annotations.NullMarked;
