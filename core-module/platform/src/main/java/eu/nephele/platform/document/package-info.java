/**
 * Keeps what is no content (working copies, comments, tasks, jobs) as JSON documents in the repository, where every node sees it and
 * a restart finds it.
 *
 * <p>May call: repository, access. Must never know: what the documents mean.
 */
@NullMarked
package eu.nephele.platform.document;

import org.jspecify.annotations.NullMarked;
