package eu.nephele.platform.mail;

import eu.nephele.platform.document.Documents;
import eu.nephele.platform.mail.MailPreferences.Delivery;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters that wait, in the repository, until the mail server has taken them over. Whoever puts one in never waits for the server. One node sends;
 * a letter whose node died while it was handed over may have arrived, and is not sent again.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final String NOW = "now";
    private static final String DAILY = "daily";
    private static final String FAILED = "failed";
    private static final int MOST_FAILED = 500;
    private static final int AT_ONCE = 100;

    /** As long as mail servers themselves try. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private static final Duration DAILY_PAUSE = Duration.ofSeconds(20);
    private static final Backoff OF_SERVER = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));
    private static final Backoff OF_LETTER = new Backoff(Duration.ofMinutes(1), Duration.ofHours(2));

    private record Backoff(Duration first, Duration longest) {
        Duration after(int failures) {
            var pause = first.multipliedBy(1L << Math.min(failures, 20));
            return pause.compareTo(longest) > 0 ? longest : pause;
        }
    }

    /**
     * @param failed letters that were given up lately
     * @param pausedUntil when the server is tried again that was away
     */
    public record Status(
            int waiting,
            int failed,
            @Nullable String lastFailure,
            @Nullable Instant pausedUntil) {}

    private final Documents<Letter> letters;
    private final MailPreferences preferences;
    private final Directory directory;
    private final LetterText text;
    private final MailTransport transport;
    private final MailSettings settings;
    private final Lease lease;
    private final Clock clock;
    private final String process = UUID.randomUUID().toString();
    private volatile @Nullable String lastFailure;
    private volatile @Nullable Instant pausedUntil;
    private int failures;
    private Instant lookedAtDaily = Instant.EPOCH;

    public Outbox(
            ContentRepository repository,
            MailPreferences preferences,
            Directory directory,
            MailTransport transport,
            MailSettings settings,
            Lease lease,
            Clock clock) {
        this.letters = new Documents<>(repository, "mail", Letter.class);
        this.preferences = preferences;
        this.directory = directory;
        this.text = new LetterText(settings, directory);
        this.transport = transport;
        this.settings = settings;
        this.lease = lease;
        this.clock = clock;
    }

    /** Keeps what somebody should know of for a letter, as they want it: of its own, with others once a day, or not at all. */
    public void add(String user, Notice notice) {
        var delivery = preferences.of(user).delivery();
        if (delivery == Delivery.none || directory.recipient(user).isEmpty()) {
            return;
        }
        if (delivery == Delivery.immediately) {
            var letter = Letter.about(user, notice, clock.instant());
            letters.put(NOW, letter.id(), letter);
            return;
        }
        var due = nextDaily(clock.instant());
        // A summary that is on its way takes nothing up any more.
        while (!taken(user, notice, due)) {
            due = nextDaily(due);
        }
    }

    private boolean taken(String user, Notice notice, Instant due) {
        var id = "%s-%s".formatted(due, user);
        var kept = letters.update(DAILY, id, before -> {
                    if (before == null) {
                        return Letter.daily(id, user, notice, due);
                    }
                    return before.sender() == null ? before.with(notice) : before;
                })
                .orElseThrow();
        return kept.sender() == null;
    }

    Instant nextDaily(Instant after) {
        var local = after.atZone(settings.zone());
        var today = local.with(settings.daily());
        return (today.isAfter(local)
                        ? today
                        : local.toLocalDate()
                                .plusDays(1)
                                .atTime(settings.daily())
                                .atZone(settings.zone()))
                .toInstant();
    }

    public Status status() {
        return new Status(
                letters.list(NOW).size() + letters.list(DAILY).size(),
                letters.list(FAILED).size(),
                lastFailure,
                pausedUntil);
    }

    /** Sends what is due, if this node has the duty; to be called every second, by one thread. */
    public void tick() {
        var now = clock.instant();
        var pause = pausedUntil;
        if (!lease.isHeld() || pause != null && now.isBefore(pause)) {
            return;
        }
        send(NOW, now);
        if (lookedAtDaily.plus(DAILY_PAUSE).isBefore(now)) {
            lookedAtDaily = now;
            send(DAILY, now);
        }
    }

    private void send(String group, Instant now) {
        var due = letters.list(group).stream()
                .filter(letter -> letter.sender() != null || !letter.due().isAfter(now))
                .sorted(Comparator.comparing(Letter::due))
                .limit(AT_ONCE)
                .toList();
        var interrupted = due.stream().filter(letter -> letter.sender() != null).toList();
        interrupted.forEach(letter ->
                giveUp(group, letter, "The server stopped while the letter was handed over; perhaps it has arrived"));
        var waiting = due.stream().filter(letter -> letter.sender() == null).toList();
        if (!waiting.isEmpty()) {
            send(group, waiting);
        }
    }

    private void send(String group, List<Letter> waiting) {
        try (var connection = transport.connect()) {
            reached();
            for (var letter : waiting) {
                if (!lease.isHeld()) {
                    return;
                }
                send(connection, group, letter.id());
            }
        } catch (MailTransport.Away away) {
            pause(away, waiting.size());
        }
    }

    private void send(MailTransport.Connection connection, String group, String id) throws MailTransport.Away {
        var claimed = letters.update(
                        group,
                        id,
                        letter -> letter == null || letter.sender() != null ? letter : letter.sentBy(process))
                .orElse(null);
        if (claimed == null || !process.equals(claimed.sender())) {
            return;
        }
        try {
            var preference = preferences.of(claimed.user());
            var message = directory
                    .recipient(claimed.user())
                    .filter(_ -> preference.delivery() != Delivery.none)
                    .flatMap(recipient -> text.message(claimed, recipient, preference.language()));
            if (message.isPresent()) {
                connection.send(message.get());
            }
            letters.remove(group, id);
        } catch (MailTransport.Refused refusal) {
            lastFailure = reason(refusal);
            giveUp(group, claimed, reason(refusal));
        } catch (MailTransport.Postponed postponed) {
            lastFailure = reason(postponed);
            putOff(group, claimed, OF_LETTER.after(claimed.attempts()), reason(postponed));
        } catch (MailTransport.Away away) {
            putOff(group, claimed, Duration.ZERO, reason(away));
            throw away;
        } catch (RuntimeException defect) {
            LOG.error("The letter {} to {} could not be written, and is tried again", id, claimed.user(), defect);
            putOff(group, claimed, OF_LETTER.after(claimed.attempts()), reason(defect));
        }
    }

    private void putOff(String group, Letter letter, Duration pause, String reason) {
        var now = clock.instant();
        if (letter.since().plus(PATIENCE).isBefore(now)) {
            giveUp(group, letter, reason);
            return;
        }
        letters.update(
                group,
                letter.id(),
                kept -> kept == null ? null : kept.again(now.plus(pause), kept.attempts() + 1, reason));
    }

    /** Keeps what could not be sent, for operators to see; the notification itself is in the editor. */
    private void giveUp(String group, Letter letter, String reason) {
        LOG.warn("A letter to {} is given up: {}", letter.user(), reason);
        letters.put(FAILED, letter.id(), letter.again(clock.instant(), letter.attempts(), reason));
        letters.remove(group, letter.id());
        var failed = letters.list(FAILED);
        if (failed.size() > MOST_FAILED) {
            failed.stream()
                    .min(Comparator.comparing(Letter::due))
                    .ifPresent(oldest -> letters.remove(FAILED, oldest.id()));
        }
    }

    private void reached() {
        if (failures > 0) {
            LOG.info("The mail server {} is back", settings);
        }
        failures = 0;
        pausedUntil = null;
    }

    private void pause(MailTransport.Away away, int waiting) {
        var until = clock.instant().plus(OF_SERVER.after(failures));
        lastFailure = reason(away);
        pausedUntil = until;
        if (failures++ == 0) {
            LOG.warn("The mail server {} takes no letters, {} and more wait: {}", settings, waiting, lastFailure);
        }
    }

    private static String reason(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
