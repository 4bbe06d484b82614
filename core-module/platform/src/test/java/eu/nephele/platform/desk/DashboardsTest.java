package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.nephele.api.problem.Problem;
import eu.nephele.api.problem.Severity;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Grant;
import eu.nephele.platform.access.Scope;
import eu.nephele.platform.authoring.AuthoringSettings;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.WorkflowDefinition;
import eu.nephele.platform.definition.WorkflowDefinition.Quota;
import eu.nephele.platform.definition.WorkflowDefinition.Stage;
import eu.nephele.platform.desk.Dashboard.Coverage;
import eu.nephele.platform.desk.Dashboard.Share;
import eu.nephele.platform.publishing.Agreements;
import eu.nephele.platform.publishing.PublishOptions;
import eu.nephele.platform.publishing.Schedule;
import eu.nephele.platform.publishing.ScheduledDeed;
import eu.nephele.platform.publishing.Workflows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DashboardsTest {

    private final TestingFloor floor = new TestingFloor();
    private final String wood = cluster("Wood");
    private final String metal = cluster("Metal");
    private final Workflows workflows = new Workflows(
            floor.desk.repository,
            this::definitions,
            floor.documents("workflows", Workflows.Way.class),
            new Agreements(
                    floor.desk.repository,
                    floor.documents("agreements", Agreements.Round.class),
                    _ -> {},
                    floor.desk.clock),
            _ -> Optional.of(EDITOR),
            (_, _) -> {},
            floor.desk.clock);
    private final Schedule schedule = new Schedule(
            floor.desk.repository,
            floor.publishEntry,
            floor.unpublishEntry,
            floor.documents("schedule", ScheduledDeed.class),
            _ -> Optional.empty(),
            _ -> "en",
            _ -> {},
            floor.desk.repository.lease("schedule"),
            floor.desk.clock);
    private final Dashboards dashboards = new Dashboards(
            new Drafts(floor.desk.repository, this::definitions, floor.desk.clock, AuthoringSettings.DEFAULTS),
            floor.search,
            floor.indexer,
            workflows,
            schedule,
            () -> Set.of(metal),
            names -> names.contains(EDITOR.name()) ? Map.of(EDITOR.name(), "The editor") : Map.of());

    @AfterEach
    void close() {
        floor.close();
    }

    private Definitions definitions() {
        var known = floor.desk.definitions;
        var stages = List.of(new Stage("write", "Write", 7, List.of(), List.of()));
        return new Definitions(
                1,
                known.contentTypes(),
                known.endpoints(),
                known.vocabularies(),
                known.apps(),
                known.roles(),
                Map.of(
                        "w",
                        new WorkflowDefinition(
                                "w", "m", "Companies", List.of("company"), stages, new Quota(5, "cluster"))),
                known.site(),
                known.messages(),
                known.synonyms(),
                known.variations(),
                List.of(
                        new Problem(Severity.MINOR, "m/a.yaml", 1, 1, "", "small", null),
                        new Problem(Severity.SEVERE, "m/b.yaml", 1, 1, "", "grave", null)));
    }

    private String cluster(String title) {
        var id = floor.desk.createCluster(title).id();
        floor.publishEntry.publish(EDITOR, id, new PublishOptions(false, List.of()));
        return id;
    }

    private String company(String title, String cluster) {
        return floor.desk
                .create("company", Map.of("title", title, "cluster", cluster))
                .id();
    }

    private Dashboard of(Actor actor) throws InterruptedException {
        floor.indexer.awaitRevision(floor.desk.repository.lastRevision(), java.time.Duration.ofSeconds(20));
        return dashboards.of(actor, "en");
    }

    /** Reads the companies of one cluster, and all clusters. */
    private static Actor of(String name, String cluster) {
        var own = new Scope(Set.of(), new Scope.Owner("cluster", Set.of(cluster)), null, null, true);
        return new Actor(
                name,
                List.of(
                        new Grant(true, Set.of(Action.READ), null, "clusters", "/"),
                        new Grant(true, Set.of(Action.READ), null, "companies", "/", own, "own")),
                List.of(),
                Set.of(cluster),
                List.of());
    }

    @Test
    void eachPartnerSeesHowMuchOfItsQuotaIsThereAndLive() throws Exception {
        var first = company("First", wood);
        company("Second", wood);
        floor.publishEntry.publish(EDITOR, first, new PublishOptions(false, List.of()));

        assertThat(of(EDITOR).quotas()).singleElement().satisfies(quota -> {
            assertThat(quota.label()).isEqualTo("Companies");
            assertThat(quota.count()).isEqualTo(5);
            assertThat(quota.partners())
                    .containsExactly(new Share(metal, "Metal", false, 0, 0), new Share(wood, "Wood", false, 2, 1));
        });
    }

    @Test
    void statesAndTranslationsAreCounted() throws Exception {
        var id = company("First", wood);
        floor.desk.saveEntry.change(EDITOR, "company", id, null, Map.of("title_de", "Erste"));
        var outdated = company("Second", wood);
        floor.desk.saveEntry.change(EDITOR, "company", outdated, null, Map.of("title_de", "Zweite"));
        floor.desk.saveEntry.change(EDITOR, "company", outdated, null, Map.of("title", "Two"));

        var dashboard = of(EDITOR);

        assertThat(dashboard.entries()).isEqualTo(4);
        assertThat(dashboard.people()).containsEntry(EDITOR.name(), "The editor");
        assertThat(dashboard.states())
                .extracting(Dashboard.StateCount::state, Dashboard.StateCount::count)
                .containsExactlyInAnyOrder(tuple("published", 2L), tuple("not-published", 2L));
        assertThat(dashboard.translations())
                .contains(new Coverage("en", "English", 4, 0, 0, 0), new Coverage("de", "German", 1, 1, 0, 2));
    }

    @Test
    void whatIsLateAndWhatIsPlannedIsListedWithItsTitle() throws Exception {
        var id = company("First", wood);
        workflows.plan(EDITOR, "company", id, "write", new Workflows.StagePlan("ana", LocalDate.of(2026, 1, 1), null));
        schedule.plan(
                EDITOR,
                "company",
                id,
                new Schedule.Plan(ScheduledDeed.Action.publish, "2026-12-01T09:00", "Europe/Belgrade", null, false));

        var dashboard = of(EDITOR);

        assertThat(dashboard.overdueTotal()).isEqualTo(1);
        assertThat(dashboard.overdue()).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("First");
            assertThat(task.stageLabel()).isEqualTo("Write");
            assertThat(task.assignee()).isEqualTo("ana");
        });
        assertThat(dashboard.scheduled())
                .singleElement()
                .satisfies(deed -> assertThat(deed.title()).isEqualTo("First"));
        assertThat(dashboard.recent().getFirst().title()).isEqualTo("First");
    }

    @Test
    void nobodySeesMoreThanSheMayRead() throws Exception {
        var theirs = company("Theirs", wood);
        company("Ours", metal);
        workflows.plan(
                EDITOR, "company", theirs, "write", new Workflows.StagePlan("ana", LocalDate.of(2026, 1, 1), null));

        var dashboard = of(of("eva", metal));

        assertThat(dashboard.entries()).isEqualTo(3);
        assertThat(dashboard.recent())
                .extracting(Dashboard.Recent::title)
                .contains("Ours")
                .doesNotContain("Theirs");
        assertThat(dashboard.overdueTotal()).isZero();
        assertThat(dashboard.quotas().getFirst().partners()).containsExactly(new Share(metal, "Metal", true, 1, 0));
        assertThat(dashboard.problems()).isNull();
        assertThat(of(new Actor("nobody", List.of())).entries()).isZero();
    }

    @Test
    void administratorsSeeTheProblemsOfTheDefinitionsTheGravestFirst() throws Exception {
        assertThat(of(EDITOR).problems()).satisfies(problems -> {
            assertThat(problems.total()).isEqualTo(2);
            assertThat(problems.severe()).isEqualTo(1);
            assertThat(problems.first().getFirst().message()).isEqualTo("grave");
        });
    }
}
