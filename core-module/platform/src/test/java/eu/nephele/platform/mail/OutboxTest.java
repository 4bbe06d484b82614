package eu.nephele.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.mail.MailPreferences.Delivery;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters, through an SMTP server that comes and goes. */
class OutboxTest {

    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");
    private final ContentRepository repository = ContentRepository.open(RepositorySettings.inMemory());
    private final MailPreferences preferences =
            new MailPreferences(new Documents<>(repository, "mail-preferences", MailPreferences.Preference.class));
    private final Set<String> mayNotRead = new HashSet<>();
    private final ServerSetup smtp = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final GreenMail server = new GreenMail(smtp);
    private Instant now = Instant.parse("2026-11-30T09:00:00Z");

    @AfterEach
    void close() {
        server.stop();
        repository.close();
    }

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final Directory directory = new Directory() {
        @Override
        public Optional<Recipient> recipient(String user) {
            return user.equals("gone") ? Optional.empty() : Optional.of(new Recipient(user, user + "@example.org"));
        }

        @Override
        public Optional<Map<String, String>> words(String user, String language, Notice notice) {
            return mayNotRead.contains(user)
                    ? Optional.empty()
                    : Optional.of(Map.of("title", "Löffel & <b>Gabel</b>", "by", "Ben", "stage", "Priča"));
        }
    };

    private MailSettings settings() {
        return new MailSettings(
                "127.0.0.1",
                smtp.getPort(),
                MailSettings.Security.NONE,
                "",
                "",
                "Nephele <nephele@example.org>",
                URI.create("https://cms.example.org"),
                LocalTime.of(7, 0),
                BELGRADE);
    }

    private Outbox outbox(MailTransport transport) {
        return new Outbox(repository, preferences, directory, transport, settings(), () -> true, clock);
    }

    private Outbox outbox() {
        return outbox(new SmtpTransport(settings(), clock));
    }

    private static Notice mention(String text) {
        return new Notice(
                "mention",
                "award",
                "1234",
                "ben",
                text,
                Map.of("comment", "c1"),
                Instant.parse("2026-11-30T09:00:00Z"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(index)
                .getContent()
                .toString();
    }

    @Test
    void aLetterIsInThePersonsLanguageWithALinkAsTextAndAsHtml() throws Exception {
        server.start();
        var outbox = outbox();
        preferences.change("ana", null, "de");
        outbox.add("ana", mention("Stimmt <das>?\nNoch eine Zeile"));
        preferences.change("jelena", null, "sr");
        outbox.add(
                "jelena",
                new Notice("task", "award", "1234", "ben", "", Map.of("due", "2026-12-08", "stage", "story"), now));
        outbox.tick();

        var letters = server.getReceivedMessages();
        assertThat(letters).hasSize(2);
        assertThat(letters[0].getSubject())
                .isEqualTo("Ben hat Sie in einem Kommentar zu „Löffel & <b>Gabel</b>“ erwähnt");
        assertThat(letters[0].getAllRecipients()[0].toString()).isEqualTo("ana <ana@example.org>");
        assertThat(letters[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(letters[0], 0))
                .contains("Guten Tag ana,")
                .contains("> Stimmt <das>?")
                .contains("https://cms.example.org/admin/entry/award/1234?panel=comments&comment=c1");
        assertThat(part(letters[0], 1))
                .contains("<html lang=\"de\">")
                .contains("Löffel &amp; &lt;b&gt;Gabel&lt;/b&gt;")
                .contains("Stimmt &lt;das&gt;?<br>Noch eine Zeile")
                .contains("?panel=comments&amp;comment=c1\"");
        assertThat(letters[1].getSubject())
                .isEqualTo("„Priča“ за „Löffel & <b>Gabel</b>“ је сада ваш задатак, рок 8. децембар 2026.");
    }

    @Test
    void whatEverybodyWantsIsRespectedAlsoWhenItChangesBeforeTheLetterGoes() {
        server.start();
        var outbox = outbox();
        preferences.change("never", Delivery.none, null);
        outbox.add("never", mention("x"));
        outbox.add("gone", mention("x"));
        assertThat(outbox.status().waiting()).isZero();
        outbox.add("later-not", mention("x"));
        preferences.change("later-not", Delivery.none, null);
        outbox.add("no-reader", mention("secret"));
        mayNotRead.add("no-reader");
        outbox.tick();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(outbox.status())
                .extracting(Outbox.Status::waiting, Outbox.Status::failed)
                .containsExactly(0, 0);
    }

    @Test
    void aSummaryGoesOutOnceADayWithAllOfIt() throws Exception {
        server.start();
        var outbox = outbox();
        preferences.change("ana", Delivery.daily, "en");
        outbox.add("ana", mention("one"));
        outbox.add("ana", mention("two"));
        outbox.tick();
        now = Instant.parse("2026-12-01T05:59:00Z");
        outbox.tick();
        assertThat(server.getReceivedMessages()).isEmpty();
        now = Instant.parse("2026-12-01T06:00:30Z");
        outbox.add("ana", mention("three"));
        outbox.tick();
        now = now.plusSeconds(60);
        outbox.tick();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Your day in the editor: 2 new");
        assertThat(part(server.getReceivedMessages()[0], 0))
                .contains("> one")
                .contains("> two")
                .doesNotContain("three");
        assertThat(outbox.status().waiting()).isEqualTo(1);
    }

    @Test
    void aServerThatIsDownStopsNobodyAndGetsAllOnceWhenItIsBack() {
        var outbox = outbox();
        var started = System.nanoTime();
        for (var number = 0; number < 20; number++) {
            outbox.add("ana", mention("Number " + number));
        }
        outbox.tick();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(outbox.status().waiting()).isEqualTo(20);
        assertThat(outbox.status().lastFailure()).contains("connect");
        assertThat(outbox.status().pausedUntil()).isEqualTo(now.plusSeconds(2));
        now = now.plusSeconds(3);
        outbox.tick();
        assertThat(outbox.status().pausedUntil()).isEqualTo(now.plusSeconds(4));

        server.start();
        outbox.tick();
        assertThat(server.getReceivedMessages()).isEmpty();
        now = now.plusSeconds(5);
        // Another process, as after a restart.
        outbox().tick();
        outbox.tick();
        assertThat(server.getReceivedMessages()).hasSize(20);
        assertThat(outbox.status().waiting()).isZero();
    }

    @Test
    void whatASuddenEndInterruptedIsNotSentTwice() {
        server.start();
        var smtpTransport = new SmtpTransport(settings(), clock);
        var dying = outbox(() -> {
            var connection = smtpTransport.connect();
            return new MailTransport.Connection() {
                @Override
                public void send(MailMessage message)
                        throws MailTransport.Away, MailTransport.Postponed, MailTransport.Refused {
                    connection.send(message);
                    throw new AssertionError("killed");
                }

                @Override
                public void close() {
                    connection.close();
                }
            };
        });
        dying.add("ana", mention("first"));
        dying.add("ana", mention("second"));
        try {
            dying.tick();
        } catch (AssertionError killed) {
            // As a process that ends between the server's answer and noting it.
        }
        var restarted = outbox();
        restarted.tick();
        restarted.tick();

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(List.of(server.getReceivedMessages()).stream()
                        .map(message -> GreenMailUtil.getBody(message))
                        .filter(body -> body.contains("first")))
                .hasSize(1);
        assertThat(restarted.status().failed()).isEqualTo(1);
    }

    @Test
    void aMailboxThatIsRefusedForGoodHoldsNoOthersUpAndWhatMayPassIsTriedAgain() {
        var tried = new ArrayList<String>();
        MailTransport transport = () -> new MailTransport.Connection() {
            @Override
            public void send(MailMessage message) throws MailTransport.Postponed, MailTransport.Refused {
                tried.add(message.toName());
                if (message.toName().equals("unknown")) {
                    throw new MailTransport.Refused("550 no such mailbox", new IOException());
                }
                if (message.toName().equals("full") && tried.size() < 6) {
                    throw new MailTransport.Postponed("452 mailbox full", new IOException());
                }
            }

            @Override
            public void close() {}
        };
        var outbox = outbox(transport);
        List.of("unknown", "full", "ana").forEach(user -> outbox.add(user, mention("x")));
        outbox.tick();
        assertThat(tried).containsExactlyInAnyOrder("unknown", "full", "ana");
        assertThat(outbox.status())
                .extracting(Outbox.Status::waiting, Outbox.Status::failed)
                .containsExactly(1, 1);
        outbox.tick();
        assertThat(tried).hasSize(3);
        for (var minutes : List.of(1, 2, 4)) {
            now = now.plus(Duration.ofMinutes(minutes)).plusSeconds(1);
            outbox.tick();
        }
        assertThat(tried).hasSize(6);
        assertThat(outbox.status().waiting()).isZero();

        outbox.add("full", mention("y"));
        tried.clear();
        outbox.tick();
        now = now.plus(Duration.ofDays(6));
        outbox.tick();
        assertThat(outbox.status())
                .extracting(Outbox.Status::waiting, Outbox.Status::failed)
                .containsExactly(0, 2);
    }

    @Test
    void anotherNodeThatHasNoDutySendsNothing() {
        server.start();
        var idle = new Outbox(
                repository,
                preferences,
                directory,
                new SmtpTransport(settings(), clock),
                settings(),
                () -> false,
                clock);
        idle.add("ana", mention("x"));
        idle.tick();
        assertThat(server.getReceivedMessages()).isEmpty();
        outbox().tick();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }
}
