/**
 * Entries become index documents, questions become engine queries, engine answers become pages of entries; language analysis is
 * ours and here. The index follows the change log and can be thrown away.
 *
 * <p>May call: definition, repository, feed, access, the API. Must never know: HTTP, and which engine answers.
 */
@NullMarked
package eu.nephele.platform.search;

import org.jspecify.annotations.NullMarked;
