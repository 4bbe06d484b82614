package eu.nephele.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort()
    });

    @BeforeEach
    void start() {
        server.start();
        server.setUser("nephele@example.org", "nephele", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailTransport transport(MailSettings.Security security, int port, String user, String password) {
        var editor = URI.create("https://cms.example.org");
        return new SmtpTransport(
                new MailSettings(
                        "127.0.0.1",
                        port,
                        security,
                        user,
                        password,
                        "nephele@example.org",
                        editor,
                        LocalTime.of(7, 0),
                        ZoneOffset.UTC),
                Clock.systemUTC());
    }

    private static MailMessage message(String to) {
        return new MailMessage("<1@example.org>", to, "Ana Ćosić", "Наслов", "text", "<p>text</p>", "sr");
    }

    @Test
    void aLetterKeepsItsIdAndItsLettersWithAPasswordToo() throws Exception {
        var plain = transport(MailSettings.Security.NONE, server.getSmtp().getPort(), "nephele", "secret");
        try (var connection = plain.connect()) {
            connection.send(message("ana@example.org"));
            assertThatThrownBy(() -> connection.send(message("no address"))).isInstanceOf(MailTransport.Refused.class);
            connection.send(message("ben@example.org"));
        }
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID()).isEqualTo("<1@example.org>");
        assertThat(received[0].getSubject()).isEqualTo("Наслов");
        assertThat(received[0].getAllRecipients()[0].toString()).contains("ana@example.org");
    }

    @Test
    void aWrongPasswordAndATransportThatIsNotEncryptedAsAskedAreSaid() {
        var port = server.getSmtp().getPort();
        assertThatThrownBy(() -> transport(MailSettings.Security.NONE, port, "nephele", "wrong")
                        .connect())
                .isInstanceOf(MailTransport.Away.class);
        assertThatThrownBy(() ->
                        transport(MailSettings.Security.STARTTLS, port, "", "").connect())
                .isInstanceOf(MailTransport.Away.class)
                .hasMessageContaining("STARTTLS");
    }

    /** The server's certificate is its own: nobody who could read along gets a letter. */
    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        assertThatThrownBy(() -> transport(
                                MailSettings.Security.TLS, server.getSmtps().getPort(), "", "")
                        .connect())
                .isInstanceOf(MailTransport.Away.class)
                .hasMessageContaining("certification path");
    }
}
