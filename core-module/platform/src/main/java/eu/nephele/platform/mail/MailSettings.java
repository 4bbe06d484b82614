package eu.nephele.platform.mail;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * @param user empty where the server asks for none
 * @param from as in the letter's head: {@code Nephele <nephele@example.org>}
 * @param editor where people reach the editor, without a slash at its end
 * @param daily when summaries of a day go out, in the zone
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String from,
        URI editor,
        LocalTime daily,
        ZoneId zone) {

    /** Neither of the encrypted ones falls back to plain text. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    @Override
    public String toString() {
        return "%s:%d".formatted(host, port);
    }
}
