/**
 * The program that opens uploaded files: a process of its own, so that a file that crashes, fills or stalls it harms nobody else. Reads tasks from its
 * input and answers on its output, one at a time, until the input ends.
 *
 * <p>Must never know: the platform, the repository, the network. The server uses {@link eu.nephele.mediaworker.WorkerTask} and
 * {@link eu.nephele.mediaworker.WorkerAnswer} alone; the libraries lie inside this module's jar.
 */
@NullMarked
package eu.nephele.mediaworker;

import org.jspecify.annotations.NullMarked;
