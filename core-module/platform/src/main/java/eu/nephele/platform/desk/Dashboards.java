package eu.nephele.platform.desk;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.problem.Problem;
import eu.nephele.api.problem.Severity;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.desk.Dashboard.Coverage;
import eu.nephele.platform.desk.Dashboard.DefinitionProblem;
import eu.nephele.platform.desk.Dashboard.DefinitionProblems;
import eu.nephele.platform.desk.Dashboard.Overdue;
import eu.nephele.platform.desk.Dashboard.Recent;
import eu.nephele.platform.desk.Dashboard.Scheduled;
import eu.nephele.platform.desk.Dashboard.StateCount;
import eu.nephele.platform.publishing.Schedule;
import eu.nephele.platform.publishing.Workflows;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.screen.WorkflowModel;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryPage.FacetBucket;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.EntrySort;
import eu.nephele.platform.search.FacetRequest;
import eu.nephele.platform.search.Indexer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes {@link Dashboard}s: numbers come from the draft index, so that they are there at once however many entries there are. */
public final class Dashboards {

    private static final String ASSETS = "dam";
    private static final int MOST_ROWS = 10;
    private static final int MOST_BUCKETS = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Drafts drafts;
    private final EntrySearch search;
    private final Indexer indexer;
    private final Workflows workflows;
    private final Schedule schedule;
    private final Quotas quotas;
    private final Function<Collection<String>, Map<String, String>> names;

    /**
     * @param partners the ids of the organisations that users act for
     * @param names the full names of people, by name
     */
    public Dashboards(
            Drafts drafts,
            EntrySearch search,
            Indexer indexer,
            Workflows workflows,
            Schedule schedule,
            Supplier<Set<String>> partners,
            Function<Collection<String>, Map<String, String>> names) {
        this.drafts = drafts;
        this.search = search;
        this.indexer = indexer;
        this.workflows = workflows;
        this.schedule = schedule;
        this.quotas = new Quotas(drafts, search, partners);
        this.names = names;
    }

    /** @param language of titles and labels; of titles the site's default where it has no such locale */
    public Dashboard of(Actor actor, String language) throws InterruptedException {
        var site = drafts.definitions().site();
        var locale = site.locale(language).isPresent() ? language : site.defaultLocale();
        indexer.awaitRevision(drafts.repository().lastRevision(), LONGEST_WAIT);
        var types = readable(actor);
        var page = types.isEmpty()
                ? new EntryPage(0, List.of(), Map.of(), null)
                : search.search(actor, question(types, locale));
        var overdue = workflows.tasks(actor, Workflows.Task::overdue);
        var scheduled = schedule.list(actor, null, false);
        var titles = new EntryTitles(drafts.definitions(), locale);
        return drafts.repository().read(actor, reader -> {
            var recent = page.hits().stream()
                    .map(hit -> recent(reader, titles, hit))
                    .flatMap(Optional::stream)
                    .toList();
            var late = overdue.stream()
                    .limit(MOST_ROWS)
                    .map(task -> overdue(reader, titles, task, language))
                    .toList();
            var people = Stream.concat(
                            recent.stream().map(Recent::by), late.stream().map(Overdue::assignee))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return new Dashboard(
                    page.total(),
                    buckets(page, ListQuery.STATE)
                            .map(bucket -> new StateCount(bucket.value(), bucket.count()))
                            .toList(),
                    quotas.of(actor, reader, titles, language),
                    coverage(page, language),
                    recent,
                    overdue.size(),
                    late,
                    scheduled.size(),
                    scheduled.stream()
                            .limit(MOST_ROWS)
                            .map(deed -> new Scheduled(
                                    deed.id(),
                                    deed.entry(),
                                    deed.contentType(),
                                    title(reader, titles, deed.entry()),
                                    deed.action(),
                                    deed.at(),
                                    deed.zone(),
                                    deed.by()))
                            .toList(),
                    problems(actor),
                    names.apply(people));
        });
    }

    private List<String> readable(Actor actor) {
        return drafts.definitions().contentTypes().values().stream()
                .filter(type ->
                        actor.reach(Action.READ, root(type), type.nodeType()).any())
                .map(ContentType::name)
                .toList();
    }

    static Location root(ContentType type) {
        return new Location(
                Perspective.DRAFT, type.workspace(), type.datasource().rootPath());
    }

    private static EntryQuery question(List<String> types, String locale) {
        return new EntryQuery(
                types,
                Perspective.DRAFT,
                locale,
                null,
                List.of(),
                List.of(
                        FacetRequest.terms(ListQuery.STATE, ListQuery.property(ListQuery.STATE), MOST_BUCKETS),
                        FacetRequest.terms(
                                ListQuery.TRANSLATION, ListQuery.property(ListQuery.TRANSLATION), MOST_BUCKETS)),
                List.of(new EntrySort(SystemProperties.LAST_MODIFIED, true)),
                0,
                MOST_ROWS,
                null);
    }

    private static Stream<FacetBucket> buckets(EntryPage page, String facet) {
        var counts = page.facets().get(facet);
        return counts == null ? Stream.of() : counts.buckets().stream();
    }

    private List<Coverage> coverage(EntryPage page, String language) {
        var counts =
                buckets(page, ListQuery.TRANSLATION).collect(Collectors.toMap(FacetBucket::value, FacetBucket::count));
        return drafts.definitions().site().locales().stream()
                .map(locale -> new Coverage(
                        locale.id(),
                        Locale.forLanguageTag(locale.languageTag()).getDisplayName(Locale.forLanguageTag(language)),
                        counts.getOrDefault(locale.id() + ":complete", 0L),
                        counts.getOrDefault(locale.id() + ":outdated", 0L),
                        counts.getOrDefault(locale.id() + ":partial", 0L),
                        counts.getOrDefault(locale.id() + ":none", 0L)))
                .toList();
    }

    private static Optional<Recent> recent(ContentReader reader, EntryTitles titles, EntryPage.EntryHit hit) {
        return reader.locate(Perspective.DRAFT, hit.id())
                .flatMap(at -> reader.node(at, 0)
                        .map(draft -> new Recent(
                                hit.id(),
                                at.workspace().equals(ASSETS) ? ASSETS : hit.contentType(),
                                titles.of(at, draft),
                                EntryState.of(draft).code(),
                                changed(draft),
                                draft.text(SystemProperties.LAST_MODIFIED_BY))));
    }

    private static @Nullable Instant changed(ContentNode draft) {
        return draft.value(SystemProperties.LAST_MODIFIED) instanceof Value.Moment(var moment)
                ? moment.toInstant()
                : null;
    }

    private Overdue overdue(ContentReader reader, EntryTitles titles, Workflows.Task task, String language) {
        return new Overdue(
                task.entry(),
                task.contentType(),
                title(reader, titles, task.entry()),
                task.workflow(),
                task.stage(),
                stage(task, language),
                task.assignee(),
                Objects.requireNonNull(task.due()));
    }

    private String stage(Workflows.Task task, String language) {
        var definitions = drafts.definitions();
        var workflow = definitions.workflows().get(task.workflow());
        return workflow == null
                ? task.stage()
                : WorkflowModel.of(definitions, workflow, language).stages().stream()
                        .filter(stage -> stage.name().equals(task.stage()))
                        .map(stage -> stage.label().text())
                        .findFirst()
                        .orElse(task.stage());
    }

    private static String title(ContentReader reader, EntryTitles titles, String id) {
        return titles.of(reader, List.of(id)).getOrDefault(id, id);
    }

    private @Nullable DefinitionProblems problems(Actor actor) {
        if (!actor.may(Action.ADMINISTER, Subject.platform())) {
            return null;
        }
        var all = drafts.definitions().problems();
        return new DefinitionProblems(
                all.size(),
                all.stream()
                        .filter(problem -> problem.severity() == Severity.SEVERE)
                        .count(),
                all.stream()
                        .sorted(Comparator.comparing(Problem::severity))
                        .limit(MOST_ROWS)
                        .map(problem -> new DefinitionProblem(
                                problem.severity(),
                                problem.file(),
                                problem.line(),
                                problem.message(),
                                problem.suggestion()))
                        .toList());
    }
}
