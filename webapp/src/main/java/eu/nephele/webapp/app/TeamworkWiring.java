package eu.nephele.webapp.app;

import eu.nephele.platform.account.Account;
import eu.nephele.platform.account.Accounts;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.Comments;
import eu.nephele.platform.desk.Dashboards;
import eu.nephele.platform.desk.EditorEvents;
import eu.nephele.platform.desk.Notifications;
import eu.nephele.platform.desk.Notifications.News;
import eu.nephele.platform.desk.People;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.mail.MailPreferences;
import eu.nephele.platform.publishing.Agreements;
import eu.nephele.platform.publishing.EndedConsent;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.publishing.Schedule;
import eu.nephele.platform.publishing.ScheduledDeed;
import eu.nephele.platform.publishing.UnpublishEntry;
import eu.nephele.platform.publishing.Workflows;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What editors do together: comments, notifications, agreements, publications at given times. */
@Configuration(proxyBeanMethods = false)
class TeamworkWiring {

    @Bean
    People people(Drafts drafts, Accounts accounts) {
        return new People(
                drafts,
                () -> accounts.everybody().stream()
                        .map(user -> new People.Person(user.name(), user.fullName(), user.organisations()))
                        .toList(),
                name -> accounts.named(name).map(Account::actor));
    }

    @Bean
    Notifications notifications(ContentRepository repository, EditorEvents events, MailWiring.Mail mail, Clock clock) {
        return new Notifications(
                new Documents<>(repository, "notifications", Notifications.Notification.class),
                events,
                mail::carry,
                clock);
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
                name -> accounts.named(name).map(Account::actor),
                clock);
    }

    @Bean
    Agreements agreements(ContentRepository repository, People people, Notifications notifications, Clock clock) {
        return new Agreements(
                repository,
                new Documents<>(repository, "agreements", Agreements.Round.class),
                event -> tell(people, notifications, event),
                clock);
    }

    /** Partners learn that they are asked, all that it is agreed; who asked, that somebody thinks better of it. */
    private static void tell(People people, Notifications notifications, Agreements.Event event) {
        var round = event.round();
        var told = new LinkedHashMap<String, String>();
        if (event.organisation() == null) {
            for (var organisation : round.partners()) {
                people.actingFor(organisation).forEach(person -> told.putIfAbsent(person.name(), organisation));
            }
        }
        if (event.kind() != Agreements.Kind.asked) {
            told.putIfAbsent(round.openedBy(), Objects.requireNonNullElse(event.organisation(), ""));
        }
        told.remove(event.by());
        people.contentType(round.entry())
                .ifPresent(type -> told.forEach((user, organisation) -> notifications.tell(
                        user,
                        new News(
                                "agreement." + event.kind(),
                                event.by(),
                                "",
                                type,
                                round.entry(),
                                Map.of("version", round.version(), "organisation", organisation)))));
    }

    @Bean
    Workflows workflows(
            ContentRepository repository,
            CurrentDefinitions definitions,
            Agreements agreements,
            Accounts accounts,
            Notifications notifications,
            Clock clock) {
        return new Workflows(
                repository,
                definitions,
                new Documents<>(repository, "workflows", Workflows.Way.class),
                agreements,
                name -> accounts.named(name).map(Account::actor),
                (by, task) -> tell(notifications, by, task),
                clock);
    }

    private static void tell(Notifications notifications, String by, Workflows.Task task) {
        if (task.assignee() != null && !task.assignee().equals(by)) {
            var details = new LinkedHashMap<>(Map.of("workflow", task.workflow(), "stage", task.stage()));
            if (task.due() != null) {
                details.put("due", task.due().toString());
            }
            notifications.tell(task.assignee(), new News("task", by, "", task.contentType(), task.entry(), details));
        }
    }

    @Bean
    Schedule schedule(
            ContentRepository repository,
            PublishEntry publishEntry,
            UnpublishEntry unpublishEntry,
            Accounts accounts,
            MailPreferences preferences,
            Notifications notifications,
            Clock clock) {
        return new Schedule(
                repository,
                publishEntry,
                unpublishEntry,
                new Documents<>(repository, "schedule", ScheduledDeed.class),
                name -> accounts.named(name).map(Account::actor),
                name -> preferences.of(name).language(),
                deed -> tell(notifications, deed),
                repository.lease("schedule"),
                clock);
    }

    @Bean
    Dashboards dashboards(
            Drafts drafts,
            EntrySearch search,
            Indexer indexer,
            Workflows workflows,
            Schedule schedule,
            Accounts accounts,
            People people) {
        return new Dashboards(drafts, search, indexer, workflows, schedule, accounts::organisations, people::named);
    }

    @Bean
    EndedConsent endedConsent(
            ContentRepository repository,
            CurrentDefinitions definitions,
            UnpublishEntry unpublishEntry,
            Notifications notifications,
            Clock clock) {
        return new EndedConsent(
                repository,
                definitions,
                unpublishEntry,
                over -> over.people()
                        .forEach(person -> notifications.tell(
                                person,
                                new News(
                                        "consent.ended",
                                        "",
                                        over.reason(),
                                        over.contentType(),
                                        over.entry(),
                                        Map.of()))),
                repository.lease("consent"),
                clock);
    }

    private static void tell(Notifications notifications, ScheduledDeed deed) {
        if (deed.state() != ScheduledDeed.State.cancelled) {
            var kind = "schedule.%s.%s".formatted(deed.action(), deed.state());
            var details = Map.of("at", deed.at().toString(), "zone", deed.zone());
            var reason = Objects.requireNonNullElse(deed.message(), "");
            notifications.tell(deed.by(), new News(kind, deed.by(), reason, deed.contentType(), deed.entry(), details));
        }
    }
}
