/**
 * What is said to editors, in the language they ask for: where a sentence is made it is written in English, and said by {@link
 * eu.nephele.platform.wording.Wording#say}.
 *
 * <p>May call: the API. Must never know: who asks, HTTP, what the sentences are about.
 */
@NullMarked
package eu.nephele.platform.wording;

import org.jspecify.annotations.NullMarked;
