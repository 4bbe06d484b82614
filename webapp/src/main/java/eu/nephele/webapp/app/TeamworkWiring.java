package eu.nephele.webapp.app;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.Comments;
import eu.nephele.platform.desk.EditorEvents;
import eu.nephele.platform.desk.Notifications;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.publishing.Agreements;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.Schedule;
import eu.nephele.platform.publishing.ScheduledDeed;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.platform.publishing.Workflows;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What editors do together: comments, notifications, agreements, publications at given times. */
@Configuration(proxyBeanMethods = false)
class TeamworkWiring {

    @Bean
    Notifications notifications(ContentRepository repository, EditorEvents events, Clock clock) {
        return new Notifications(
                new Documents<>(repository, "notifications", Notifications.Notification.class), events, clock);
    }

    @Bean
    Comments comments(
            Drafts drafts,
            ContentRepository repository,
            Notifications notifications,
            EditorEvents events,
            Accounts accounts,
            Clock clock) {
        return new Comments(
                drafts,
                new Documents<>(repository, "comments", Comments.Comment.class),
                notifications,
                events,
                name -> accounts.named(name).isPresent(),
                clock);
    }

    @Bean
    Agreements agreements(ContentRepository repository, Clock clock) {
        return new Agreements(repository, new Documents<>(repository, "agreements", Agreements.Round.class), clock);
    }

    @Bean
    Workflows workflows(
            ContentRepository repository, CurrentDefinitions definitions, Notifications notifications, Clock clock) {
        return new Workflows(
                repository,
                definitions,
                new Documents<>(repository, "workflows", Workflows.Way.class),
                task -> {
                    if (task.assignee() != null) {
                        var text = "%s: %s, due %s".formatted(task.path(), task.stage(), task.due());
                        notifications.tell(task.assignee(), "task", text, task.contentType(), task.entry());
                    }
                },
                clock);
    }

    @Bean
    Schedule schedule(
            ContentRepository repository,
            PublishEntry publishEntry,
            UnpublishEntry unpublishEntry,
            Accounts accounts,
            Notifications notifications,
            Clock clock) {
        return new Schedule(
                repository,
                publishEntry,
                unpublishEntry,
                new Documents<>(repository, "schedule", ScheduledDeed.class),
                name -> accounts.named(name).map(Account::actor),
                deed -> tell(notifications, deed),
                repository.lease("schedule"),
                clock);
    }

    private static void tell(Notifications notifications, ScheduledDeed deed) {
        if (deed.state() != ScheduledDeed.State.cancelled) {
            var text = "%s at %s (%s): %s%s"
                    .formatted(
                            deed.action(),
                            deed.at(),
                            deed.zone(),
                            deed.state(),
                            deed.message() == null ? "" : ", " + deed.message());
            notifications.tell(deed.by(), "schedule", text, deed.contentType(), deed.entry());
        }
    }
}
