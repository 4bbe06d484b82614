package eu.nephele.webapp.app;

import eu.nephele.platform.mail.MailSettings;
import eu.nephele.platform.mail.SmtpTransport;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that e-mail goes out by.
 *
 * @param host empty sends none
 * @param user empty where the server asks for none
 * @param editorUrl where people reach this server: what links begin with
 * @param dailyHour at which summaries of a day go out, in the machine's time zone
 */
record MailServerSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") MailSettings.Security security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("") String editorUrl,
        @DefaultValue("7") int dailyHour) {

    private static final String KEY = "nephele.mail.";
    private static final int LARGEST_PORT = 65_535;
    private static final int LAST_HOUR = 23;

    MailServerSettings {
        if (dailyHour < 0 || dailyHour > LAST_HOUR) {
            throw new IllegalArgumentException(KEY + "daily-hour must lie between 0 and 23");
        }
        if (!host.isBlank()) {
            if (port < 1 || port > LARGEST_PORT) {
                throw new IllegalArgumentException(KEY + "port must lie between 1 and 65535");
            }
            if (user.isBlank() != password.isBlank()) {
                throw new IllegalArgumentException(
                        "%suser and %spassword are given together or not at all".formatted(KEY, KEY));
            }
            requireSender(from);
            requireAddress(editorUrl);
        }
    }

    private static void requireSender(String from) {
        try {
            SmtpTransport.requireAddress(from);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%sfrom is needed with %shost, such as Nephele <nephele@example.org>: %s"
                            .formatted(KEY, KEY, e.getMessage()),
                    e);
        }
    }

    private static void requireAddress(String url) {
        try {
            var address = URI.create(url);
            if (!url.matches("https?://.+") || address.getHost() == null) {
                throw new IllegalArgumentException("it is `%s`".formatted(url));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%seditor-url is needed with %shost, such as https://cms.example.org: %s"
                            .formatted(KEY, KEY, e.getMessage()),
                    e);
        }
    }

    boolean isGiven() {
        return !host.isBlank();
    }

    LocalTime daily() {
        return LocalTime.of(dailyHour, 0);
    }

    MailSettings settings() {
        return new MailSettings(
                host,
                port,
                security,
                user,
                password,
                from,
                URI.create(editorUrl.replaceFirst("/+$", "")),
                daily(),
                ZoneId.systemDefault());
    }

    @Override
    public String toString() {
        return "Mail[%s:%d]".formatted(host, port);
    }
}
