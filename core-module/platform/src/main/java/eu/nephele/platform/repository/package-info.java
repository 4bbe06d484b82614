/**
 * Content trees in a JCR repository (Apache Jackrabbit Oak): nodes, versions, node types, the change log written in the same save.
 * Values go out, intents come in: no JCR type in a public signature.
 *
 * <p>May call: access, the API. Must never know: the rules of content types, search. The only place with JCR and Oak.
 */
@NullMarked
package eu.nephele.platform.repository;

import org.jspecify.annotations.NullMarked;
