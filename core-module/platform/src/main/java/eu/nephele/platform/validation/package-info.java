/**
 * An entry and its content type become a list of what is wrong: a draft needs values of the right type, a publication all that is
 * required and every rule met.
 *
 * <p>May call: definition, externalvideo, the API. Must never know: the repository (look-ups come in as {@link eu.nephele.platform.validation.Lookups}).
 */
@NullMarked
package eu.nephele.platform.validation;

import org.jspecify.annotations.NullMarked;
