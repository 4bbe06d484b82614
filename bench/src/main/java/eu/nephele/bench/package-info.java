/** Measures the running server and the search engine beside references of the same run, and prints a table. Not part of the product. */
@NullMarked
package eu.nephele.bench;

import org.jspecify.annotations.NullMarked;
