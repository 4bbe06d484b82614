package eu.nephele.platform.mail;

/**
 * A letter as it goes out.
 *
 * @param id the same at each attempt, so that mailboxes recognise what they have already
 */
public record MailMessage(
        String id, String to, String toName, String subject, String text, String html, String language) {}
