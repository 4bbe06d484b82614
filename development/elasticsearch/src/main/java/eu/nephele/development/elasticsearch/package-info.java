/** Starts a real Elasticsearch server from its own jars, for tests and development. */
@NullMarked
package eu.nephele.development.elasticsearch;

import org.jspecify.annotations.NullMarked;
