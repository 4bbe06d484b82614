/**
 * Brings many entries in from files. Sits above authoring and publishing, since an import may do both.
 *
 * <p>May call: authoring, publishing, validation, definition, repository, access, the API. Must never know: HTTP.
 */
@NullMarked
package eu.nephele.platform.exchange;

import org.jspecify.annotations.NullMarked;
