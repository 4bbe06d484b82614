package eu.nephele.webapp.app;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.desk.Notifications.Notification;
import eu.nephele.platform.desk.People;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.mail.Directory;
import eu.nephele.platform.mail.MailPreferences;
import eu.nephele.platform.mail.Notice;
import eu.nephele.platform.mail.Outbox;
import eu.nephele.platform.mail.Recipient;
import eu.nephele.platform.mail.SmtpTransport;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.screen.WorkflowModel;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.editorapi.MailOffer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** E-mail, where the settings name a server for it. */
@Configuration(proxyBeanMethods = false)
class MailWiring {

    /** @param outbox null where no mail server is set */
    record Mail(@Nullable Outbox outbox) {

        void carry(Notification notification) {
            if (outbox != null) {
                outbox.add(notification.user(), notice(notification));
            }
        }

        void tick() {
            if (outbox != null) {
                outbox.tick();
            }
        }

        private static Notice notice(Notification notification) {
            var details = Objects.requireNonNullElse(notification.details(), Map.<String, String>of());
            var undated = notification.kind().equals("task") && !details.containsKey("due");
            return new Notice(
                    undated ? "task.undated" : notification.kind(),
                    notification.contentType(),
                    notification.entry(),
                    Objects.requireNonNullElse(notification.by(), ""),
                    notification.text(),
                    details,
                    notification.at());
        }
    }

    @Bean
    MailPreferences mailPreferences(ContentRepository repository) {
        return new MailPreferences(new Documents<>(repository, "mail-preferences", MailPreferences.Preference.class));
    }

    @Bean
    MailOffer mailOffer(NepheleSettings settings) {
        return new MailOffer(settings.mail().isGiven(), settings.mail().daily());
    }

    @Bean
    Mail mail(
            ContentRepository repository,
            MailPreferences preferences,
            Accounts accounts,
            People people,
            CurrentDefinitions definitions,
            NepheleSettings settings,
            Clock clock) {
        if (!settings.mail().isGiven()) {
            return new Mail(null);
        }
        var mail = settings.mail().settings();
        return new Mail(new Outbox(
                repository,
                preferences,
                new EditorDirectory(accounts, people, definitions),
                new SmtpTransport(mail, clock),
                mail,
                repository.lease("mail"),
                clock));
    }

    private record EditorDirectory(Accounts accounts, People people, CurrentDefinitions definitions)
            implements Directory {

        @Override
        public Optional<Recipient> recipient(String user) {
            return accounts.named(user)
                    .map(Account::user)
                    .filter(found -> !found.email().isBlank())
                    .map(found ->
                            new Recipient(found.fullName().isBlank() ? found.name() : found.fullName(), found.email()));
        }

        @Override
        public Optional<Map<String, String>> words(String user, String language, Notice notice) {
            var reader = accounts.named(user).map(Account::actor);
            if (reader.isEmpty()) {
                return Optional.empty();
            }
            var file = notice.details().get("file");
            if (file != null) {
                return Optional.of(Map.of("title", file));
            }
            var organisation = notice.details().getOrDefault("organisation", notice.entry());
            var titles = people.titles(reader.get(), List.of(notice.entry(), organisation), language);
            var title = titles.get(notice.entry());
            if (title == null) {
                return Optional.empty();
            }
            var words = new LinkedHashMap<String, String>();
            words.put("title", title);
            words.put("by", people.named(Set.of(notice.by())).getOrDefault(notice.by(), notice.by()));
            words.put("organisation", titles.getOrDefault(organisation, organisation));
            words.put("text", people.read(notice.text()));
            words.put("stage", stage(notice, language));
            return Optional.of(words);
        }

        private String stage(Notice notice, String language) {
            var name = notice.details().getOrDefault("stage", "");
            var workflow = definitions.get().workflows().get(notice.details().getOrDefault("workflow", ""));
            return workflow == null
                    ? name
                    : WorkflowModel.of(definitions.get(), workflow, language).stages().stream()
                            .filter(stage -> stage.name().equals(name))
                            .map(stage -> stage.label().text())
                            .findFirst()
                            .orElse(name);
        }
    }
}
