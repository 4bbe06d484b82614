/**
 * Reads the change log in order for those who follow it: cursors, retry, dead letters.
 *
 * <p>May call: repository, the API. Must never know: who listens.
 */
@NullMarked
package eu.nephele.platform.feed;

import org.jspecify.annotations.NullMarked;
