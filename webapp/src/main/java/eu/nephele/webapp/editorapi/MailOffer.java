package eu.nephele.webapp.editorapi;

import java.time.LocalTime;

/**
 * Whether this server sends e-mail at all.
 *
 * @param daily when summaries go out
 */
public record MailOffer(boolean available, LocalTime daily) {}
