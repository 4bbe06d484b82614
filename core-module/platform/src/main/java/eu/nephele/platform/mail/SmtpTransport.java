package eu.nephele.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** SMTP, with or without TLS. The only place with Jakarta Mail. */
public final class SmtpTransport implements MailTransport {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int FIRST_FINAL_REFUSAL = 500;

    private final MailSettings settings;
    private final Session session;
    private final InternetAddress from;
    private final Clock clock;

    /** @throws IllegalArgumentException for an address of the sender that is none */
    public SmtpTransport(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
        this.from = address(settings.from());
    }

    /** @throws IllegalArgumentException where the text is not one address, such as {@code Name <name@example.org>} */
    public static void requireAddress(String text) {
        address(text);
    }

    private static InternetAddress address(String text) {
        try {
            var addresses = InternetAddress.parse(text, true);
            if (addresses.length != 1 || !addresses[0].getAddress().contains("@")) {
                throw new IllegalArgumentException("`%s` is not one e-mail address".formatted(text));
            }
            return addresses[0];
        } catch (AddressException e) {
            throw new IllegalArgumentException("`%s` is not an e-mail address".formatted(text), e);
        }
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        for (var timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + timeout, Integer.toString(TIMEOUT_MILLIS));
        }
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        var startTls = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public Connection connect() throws Away {
        try {
            var transport = session.getTransport();
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            return new Open(transport);
        } catch (MessagingException e) {
            throw new Away(reason(e), e);
        }
    }

    private final class Open implements Connection {

        private final Transport transport;

        Open(Transport transport) {
            this.transport = transport;
        }

        @Override
        public void send(MailMessage message) throws Away, Postponed, Refused {
            try {
                var mime = mime(message);
                transport.sendMessage(mime, mime.getAllRecipients());
            } catch (IllegalArgumentException | UnsupportedEncodingException e) {
                throw new Refused(reason(e), e);
            } catch (SendFailedException e) {
                sort(e);
            } catch (MessagingException e) {
                throw new Away(reason(e), e);
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // It was closed from the other side.
            }
        }
    }

    /** A mailbox that is refused for good is the letter's fault; all other refusals may pass. */
    private static void sort(SendFailedException failure) throws Postponed, Refused {
        for (Exception cause = failure; cause instanceof MessagingException one; cause = one.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address) {
                if (address.getReturnCode() >= FIRST_FINAL_REFUSAL) {
                    throw new Refused(reason(address), failure);
                }
                throw new Postponed(reason(address), failure);
            }
        }
        throw new Postponed(
                failure instanceof SMTPSendFailedException refusal
                        ? "%d: %s".formatted(refusal.getReturnCode(), reason(refusal))
                        : reason(failure),
                failure);
    }

    private MimeMessage mime(MailMessage message) throws MessagingException, UnsupportedEncodingException {
        var mime = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", message.id());
            }
        };
        mime.setFrom(from);
        var to = address(message.to());
        to.setPersonal(message.toName(), UTF_8);
        mime.setRecipient(Message.RecipientType.TO, to);
        mime.setSubject(message.subject(), UTF_8);
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Content-Language", message.language());
        // Keeps absence notes from being sent back.
        mime.setHeader("Auto-Submitted", "auto-generated");
        var plain = new MimeBodyPart();
        plain.setText(message.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        mime.setContent(new MimeMultipart("alternative", plain, html));
        return mime;
    }

    /** What went wrong, and what lies behind it, such as a certificate that nobody vouches for. */
    private static String reason(Exception failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var said = firstLine(failure);
        var behind = firstLine(deepest);
        return said.contains(behind) ? said : "%s: %s".formatted(said, behind);
    }

    private static String firstLine(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElseThrow();
    }
}
