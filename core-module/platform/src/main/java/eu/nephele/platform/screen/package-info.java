/**
 * What the editor shows: apps resolved into models of lists and forms, with labels in the asked language.
 *
 * <p>May call: definition. Must never know: repository, HTTP.
 */
@NullMarked
package eu.nephele.platform.screen;

import org.jspecify.annotations.NullMarked;
