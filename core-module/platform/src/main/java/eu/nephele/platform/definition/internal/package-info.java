/**
 * YAML files as trees of values that know their place: parsing, includes, merging, reading with complaints.
 *
 * <p>May call: the API and SnakeYAML. Must never know: what a content type is.
 */
@NullMarked
package eu.nephele.platform.definition.internal;

import org.jspecify.annotations.NullMarked;
