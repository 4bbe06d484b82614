/** What every search engine must do: the suites that each implementation of the port extends, one a topic. */
@NullMarked
package eu.nephele.platform.search.contract;

import org.jspecify.annotations.NullMarked;
