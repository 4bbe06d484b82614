/**
 * Text with times: the cues of captions and transcripts, read from and written as WebVTT and SubRip, and the tracks that an entry has.
 *
 * <p>May call: definition, the API. Must never know: where cues are stored, HTTP.
 */
@NullMarked
package eu.nephele.platform.timedtext;

import org.jspecify.annotations.NullMarked;
