/**
 * What a rich text may hold, and its links to entries and assets of ours: looked for, and turned into addresses.
 *
 * <p>May call: nothing. Must never know: where texts are stored, HTTP.
 */
@NullMarked
package eu.nephele.platform.richtext;

import org.jspecify.annotations.NullMarked;
