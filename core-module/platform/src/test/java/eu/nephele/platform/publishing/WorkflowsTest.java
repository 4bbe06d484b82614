package eu.nephele.platform.publishing;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.TestingDesk;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.definition.TestingModules;
import eu.nephele.platform.definition.WorkflowDefinition;
import eu.nephele.platform.definition.WorkflowDefinition.Item;
import eu.nephele.platform.definition.WorkflowDefinition.Stage;
import eu.nephele.platform.document.Documents;
import eu.nephele.platform.screen.WorkflowModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowsTest {

    private final TestingDesk desk = new TestingDesk();
    private final List<Workflows.Task> told = new ArrayList<>();
    private final Agreements agreements = new Agreements(
            desk.repository,
            new Documents<>(desk.repository, "agreements", Agreements.Round.class),
            _ -> {},
            desk.clock);
    private final Workflows workflows = new Workflows(
            desk.repository,
            this::definitions,
            new Documents<>(desk.repository, "workflows", Workflows.Way.class),
            agreements,
            name -> name.equals("ana")
                    ? Optional.of(Actor.administrator(name))
                    : name.equals("out") ? Optional.of(new Actor(name, List.of())) : Optional.empty(),
            (_, task) -> told.add(task),
            desk.clock);

    @AfterEach
    void close() {
        desk.close();
    }

    private Definitions definitions() {
        var known = desk.definitions;
        var stages = List.of(
                new Stage(
                        "write",
                        "Write",
                        7,
                        List.of(new Item("read", "Read", true), new Item("nice", "Nice", false)),
                        List.of("country")),
                new Stage("publish", "Publish", 3, List.of(), List.of(WorkflowDefinition.PUBLISHED)),
                new Stage("agree", "Agree", 3, List.of(), List.of(WorkflowDefinition.AGREED)));
        return new Definitions(
                1,
                known.contentTypes(),
                known.endpoints(),
                known.vocabularies(),
                known.apps(),
                known.roles(),
                Map.of("w", new WorkflowDefinition("w", "m", "W", List.of("cluster"), stages)),
                known.site(),
                known.messages(),
                known.synonyms(),
                known.variations(),
                known.problems());
    }

    @Test
    void anEntryGoesFromStageToStageWhenAllIsDone() {
        var id = desk.create("cluster", Map.of("title", "Wood")).id();
        assertThat(workflows.of(EDITOR, "cluster", id).orElseThrow().current()).isEqualTo("write");

        assertThatThrownBy(() -> workflows.complete(EDITOR, "cluster", id, "write"))
                .extracting(refusal -> ((PlatformException) refusal)
                        .fields().stream().map(field -> field.field()).toList())
                .isEqualTo(List.of("read", "country"));
        assertThatThrownBy(() -> workflows.complete(EDITOR, "cluster", id, "publish"))
                .hasMessageContaining("comes first");
        workflows.check(EDITOR, "cluster", id, "write", "read", true);
        desk.saveEntry.change(EDITOR, "cluster", id, null, Map.of("country", "IT"));
        assertThat(workflows.complete(EDITOR, "cluster", id, "write").current()).isEqualTo("publish");
        assertThatThrownBy(() -> workflows.complete(EDITOR, "cluster", id, "publish"))
                .hasMessageContaining("not published");
        new PublishEntry(desk.repository, () -> desk.definitions, desk.clock)
                .publish(EDITOR, id, PublishOptions.DEFAULTS);
        assertThat(workflows.complete(EDITOR, "cluster", id, "publish").current())
                .isEqualTo("agree");
        agreements.open(EDITOR, id, List.of("org-1", "org-2"));
        var partner = new Actor("p", EDITOR.grants(), List.of(), Set.of("org-1", "org-2"), List.of());
        agreements.agree(partner, id, "org-1");
        assertThat(workflows.missing(EDITOR, "cluster", id))
                .containsExactly(new FieldError("@agreed", "agreement", "1 of 2 partners have agreed"));
        agreements.agree(partner, id, "org-2");
        assertThat(workflows.complete(EDITOR, "cluster", id, "agree").current()).isNull();

        var reopened = workflows.reopen(EDITOR, "cluster", id, "write");
        assertThat(reopened.current()).isEqualTo("write");
        assertThat(reopened.stages()).allMatch(stage -> stage.completedAt() == null);
    }

    @Test
    void whoIsGivenAStageHasATaskWithADueDate() {
        var id = desk.createCluster("Wood").id();
        var way = workflows.plan(EDITOR, "cluster", id, "write", new Workflows.StagePlan("ana", null, 2.5));
        assertThat(way.stages().getFirst().due()).isEqualTo(LocalDate.parse("2026-10-08"));
        workflows.plan(
                EDITOR, "cluster", id, "write", new Workflows.StagePlan(null, LocalDate.parse("2026-09-01"), null));

        var ana = Actor.administrator("ana");
        assertThat(told).hasSize(1);
        assertThat(workflows.tasks(ana, task -> "ana".equals(task.assignee())))
                .hasSize(1)
                .allMatch(Workflows.Task::overdue);
        assertThat(workflows.tasks(ana, task -> "ben".equals(task.assignee()))).isEmpty();
        assertThat(workflows.tasks(new Actor("out", List.of()), _ -> true)).isEmpty();
        for (var nobody : List.of("ben", "out")) {
            assertThatThrownBy(() ->
                            workflows.plan(EDITOR, "cluster", id, "write", new Workflows.StagePlan(nobody, null, null)))
                    .hasMessageContaining(nobody);
        }
        assertThat(workflows.of(ana, "company", id)).isEmpty();
        assertThatThrownBy(() -> workflows.check(EDITOR, "cluster", id, "write", "nothing", true))
                .hasMessageContaining("no item");
        assertThatThrownBy(() ->
                        workflows.plan(EDITOR, "cluster", id, "nothing", new Workflows.StagePlan(null, null, 1.0)))
                .hasMessageContaining("no stage");
    }

    @Test
    void workflowsAreReadFromModulesAndWhatIsWrongInThemIsSaid(@TempDir Path folder) {
        var modules = new TestingModules(folder)
                .write(
                        "m/contentTypes/boat.yaml",
                        "datasource: { workspace: boats }\nmodel: { properties: { title: { } } }\n")
                .write(
                        "m/workflows/build.yaml",
                        "contentTypes: [ boat, bote ]\nstages: { plan: { days: 3, requires: [ titel ] } }\n");

        assertThat(modules.definitions().workflows().get("build").stages())
                .extracting(Stage::name, Stage::days)
                .containsExactly(org.assertj.core.api.Assertions.tuple("plan", 3));
        assertThat(modules.problems())
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("MAJOR m/workflows/build.yaml"));
        assertThat(modules.problems()).last().asString().contains("did you mean `title`?");
    }

    @Test
    void aQuotaNamesThePropertyThatSaysWhoseAnEntryIs(@TempDir Path folder) {
        var modules = new TestingModules(folder)
                .write(
                        "m/contentTypes/boat.yaml",
                        "datasource: { workspace: boats }\nmodel: { properties: { yard: { type: 'reference:boat' }, title: {} } }\n")
                .write(
                        "m/workflows/build.yaml",
                        "contentTypes: [ boat ]\nquota: { count: 3, by: yard }\nstages: { plan: {} }\n")
                .write(
                        "m/workflows/wrong.yaml",
                        "contentTypes: [ boat ]\nquota: { by: title }\nstages: { plan: {} }\n");

        var workflows = modules.definitions().workflows();
        assertThat(workflows.get("build").quota()).isEqualTo(new WorkflowDefinition.Quota(3, "yard"));
        assertThat(workflows.get("wrong").quota()).isNull();
        assertThat(modules.problems())
                .singleElement()
                .asString()
                .startsWith("MAJOR m/workflows/wrong.yaml")
                .contains("names `title`, which is no searched reference of boat");
    }

    @Test
    void hiddenChampionsGoThroughSevenStages() {
        try (var modules = LightModules.load(
                List.of(Path.of("").toAbsolutePath().getParent().getParent().resolve("light-modules")))) {
            assertThat(modules.current().workflows().get("hidden-champion").stages())
                    .extracting(Stage::name)
                    .containsExactly(
                            "identification",
                            "benchmarking",
                            "secondary-data",
                            "interviews",
                            "transcripts",
                            "story",
                            "publication");
            assertThat(modules.current().problems()).isEmpty();
            for (var workflow : modules.current().workflows().values()) {
                for (var language : List.of("en", "de", "it", "sr", "sr-Latn", "bg")) {
                    var shown = WorkflowModel.of(modules.current(), workflow, language);
                    assertThat(shown.stages()).noneMatch(stage -> stage.label().missing());
                    assertThat(shown.stages().stream().flatMap(stage -> stage.checklist().stream()))
                            .noneMatch(item -> item.label().missing());
                }
            }
            var german = WorkflowModel.of(
                    modules.current(), modules.current().workflows().get("strategy-document"), "de");
            assertThat(german.stages().get(2).label().text()).isEqualTo("Zustimmung aller Partner");
            assertThat(german.stages().get(2).requires()).containsExactly(WorkflowDefinition.AGREED);
        }
    }
}
