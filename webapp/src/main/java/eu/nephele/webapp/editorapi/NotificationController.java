package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.account.Account;
import eu.nephele.platform.desk.Notifications;
import eu.nephele.platform.desk.People;
import eu.nephele.platform.mail.MailPreferences;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one should know of, on the screen and by e-mail. */
@RestController
@RequestMapping("/.rest/editor/v1/notifications")
final class NotificationController {

    private final Notifications notifications;
    private final People people;
    private final MailPreferences preferences;
    private final MailOffer mail;

    NotificationController(Notifications notifications, People people, MailPreferences preferences, MailOffer mail) {
        this.notifications = notifications;
        this.people = people;
        this.preferences = preferences;
        this.mail = mail;
    }

    /**
     * @param titles of the entries and organisations they speak of that may be read, by id
     * @param people the full names of those who did it, by name
     */
    record NotificationList(
            int unread,
            List<Notifications.Notification> notifications,
            Map<String, String> titles,
            Map<String, String> people) {}

    @GetMapping
    @Described("What one should know of, the latest first")
    NotificationList notifications(Actor actor, Locale accepted) {
        var all = notifications.of(actor);
        var entries = all.stream()
                .flatMap(one -> one.details() == null || !one.details().containsKey("organisation")
                        ? Stream.of(one.entry())
                        : Stream.of(one.entry(), one.details().get("organisation")))
                .collect(Collectors.toSet());
        var names = all.stream()
                .map(Notifications.Notification::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new NotificationList(
                (int) all.stream().filter(one -> !one.read()).count(),
                all.stream().map(one -> one.saying(people.read(one.text()))).toList(),
                people.titles(actor, entries, accepted.toLanguageTag()),
                people.named(names));
    }

    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Marks a notification as read")
    void read(Actor actor, @PathVariable String id) {
        notifications.read(actor, id);
    }

    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Marks all notifications as read")
    void readAll(Actor actor) {
        notifications.readAll(actor);
    }

    /**
     * @param available whether this server sends e-mail
     * @param address that it goes to; empty where none is known
     * @param daily at what time summaries go out
     */
    record MailChoice(
            MailPreferences.Delivery mail, String language, boolean available, String address, String daily) {}

    @GetMapping("/preferences")
    @Described("What one wants by e-mail, and in which language")
    MailChoice preferences(Account account) {
        return choice(account, preferences.of(account.name()));
    }

    /** What is left out stays as it is. */
    record MailChange(
            MailPreferences.@Nullable Delivery mail,
            @Nullable String language) {}

    @PutMapping("/preferences")
    @Described("Chooses what one wants by e-mail (none, immediately, daily), and in which language (en, de, it, sr)")
    MailChoice prefer(Account account, @Body MailChange change) {
        return choice(account, preferences.change(account.name(), change.mail(), change.language()));
    }

    private MailChoice choice(Account account, MailPreferences.Preference preference) {
        return new MailChoice(
                preference.delivery(),
                preference.language(),
                mail.available(),
                account.user().email(),
                mail.daily().toString());
    }
}
