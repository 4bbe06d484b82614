/**
 * Tells people by e-mail what they should know of: what each wants, letters in their languages, a durable outbox, SMTP.
 *
 * <p>May call: document, repository. Must never know: HTTP, entries and their rules.
 */
@NullMarked
package eu.nephele.platform.mail;

import org.jspecify.annotations.NullMarked;
