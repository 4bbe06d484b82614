/**
 * May this actor do this to that? A pure decision over grants; whoever reads or writes carries an {@link eu.nephele.platform.access.Actor}.
 *
 * <p>May call: the API. Must never know: storage, HTTP.
 */
@NullMarked
package eu.nephele.platform.access;

import org.jspecify.annotations.NullMarked;
