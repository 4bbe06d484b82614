/**
 * Controlled vocabularies (flat lists and trees of coded terms) as values.
 */
@NullMarked
package eu.nephele.api.vocabulary;

import org.jspecify.annotations.NullMarked;
