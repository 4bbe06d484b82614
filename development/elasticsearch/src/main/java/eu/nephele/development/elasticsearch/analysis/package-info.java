/** What a distribution has beside the server, as far as security asks for it: a module with a class loader of its own. */
@NullMarked
package eu.nephele.development.elasticsearch.analysis;

import org.jspecify.annotations.NullMarked;
