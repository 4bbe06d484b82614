/**
 * What editors do with transcripts and tracks: read a transcript with the state of its translations, bring it in and take it out as a file, attach captions to
 * a film. The segments themselves are edited as any list of an entry.
 *
 * <p>May call: definition, timedtext, externalvideo, authoring, media, repository, access, the API. Must never know: publishing, delivery, HTTP.
 */
@NullMarked
package eu.nephele.platform.transcript;

import org.jspecify.annotations.NullMarked;
