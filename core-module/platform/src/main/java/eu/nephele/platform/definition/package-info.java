/**
 * Light modules (YAML files in Magnolia's dialect) become values: content types, endpoints, vocabularies, sites, sample content;
 * what is wrong in them becomes problems with file, line and column. Follows changed files while running.
 *
 * <p>May call: the API. Must never know: the repository, HTTP. The only place with a YAML parser.
 */
@NullMarked
package eu.nephele.platform.definition;

import org.jspecify.annotations.NullMarked;
