/**
 * Films that lie with others: YouTube, Vimeo, PeerTube. Tells by an address whose film it is and which, and where its player is.
 *
 * <p>May call: the API. Must never know: anything else; asks nobody.
 */
@NullMarked
package eu.nephele.platform.externalvideo;

import org.jspecify.annotations.NullMarked;
