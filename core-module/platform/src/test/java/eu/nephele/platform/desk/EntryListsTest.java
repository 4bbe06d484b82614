package eu.nephele.platform.desk;

import static eu.nephele.platform.authoring.TestingDesk.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.publishing.PublishOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntryListsTest {

    private final TestingFloor floor = new TestingFloor();

    @AfterEach
    void close() {
        floor.close();
    }

    private static ListQuery query(
            String type,
            @Nullable String q,
            List<String> filters,
            List<String> facets,
            List<String> sort,
            int offset,
            int limit) {
        return new ListQuery(
                type, "en", q, null, ListQuery.filters(filters), facets, 10, ListQuery.sort(sort), offset, limit);
    }

    private List<@Nullable String> titles(ListPage page) {
        return page.entries().stream().map(entry -> entry.text("title")).toList();
    }

    private ListPage page(ListQuery query) throws InterruptedException {
        return floor.lists.page(EDITOR, query);
    }

    @Test
    void draftsAreSearchedFilteredSortedAndCounted() throws Exception {
        var wood = floor.desk.createCluster("Wood and paper");
        floor.desk.createCluster("Stone");
        floor.desk.create("cluster", Map.of("title", "Steel and wood", "country", "RS"));
        floor.publishEntry.publish(EDITOR, wood.id(), PublishOptions.DEFAULTS);

        assertThat(titles(page(query("cluster", "wood", List.of(), List.of(), List.of("title"), 0, 10))))
                .containsExactly("Steel and wood", "Wood and paper");
        assertThat(titles(page(query("cluster", null, List.of("country:eq:IT"), List.of(), List.of("-title"), 0, 10))))
                .containsExactly("Wood and paper", "Stone");
        assertThat(titles(page(query("cluster", null, List.of("state:eq:published"), List.of(), List.of(), 0, 10))))
                .containsExactly("Wood and paper");
        var counted =
                page(query("cluster", null, List.of("country:eq:RS"), List.of("country", "state"), List.of(), 0, 10));
        assertThat(counted.total()).isEqualTo(1);
        assertThat(counted.facets().get("country").buckets())
                .extracting(
                        ListPage.Bucket::value,
                        ListPage.Bucket::label,
                        ListPage.Bucket::count,
                        ListPage.Bucket::selected)
                .containsExactly(tuple("IT", "Italy", 2L, false), tuple("RS", "Serbia", 1L, true));
    }

    @Test
    void titlesOfWhatEntriesReferToComeWithThem() throws Exception {
        var cluster = floor.desk.createCluster("Adria");
        floor.desk.create("company", Map.of("title", "Panels", "cluster", cluster.id()));

        var page = page(query("company", null, List.of(), List.of("cluster"), List.of(), 0, 10));

        assertThat(page.titles()).containsEntry(cluster.id(), "Adria");
        assertThat(page.facets().get("cluster").buckets().getFirst().label()).isEqualTo("Adria");
    }

    @Test
    void aPageFarBeyondTheIndexesWindowIsReached() throws Exception {
        var entries = 10_600;
        floor.desk.repository.write(Actor.system("test"), writer -> {
            for (var i = 0; i < entries; i++) {
                var name = "c%05d".formatted(i);
                var at = new Location(Perspective.DRAFT, "clusters", "/" + name);
                var revision = writer.nextRevision();
                var properties = Map.of("title", Value.of(name), SystemProperties.REVISION, Value.of(revision));
                var node = writer.put(at, ContentNode.unstored(name, "t:cluster", properties, List.of()));
                writer.record(new Change(
                        revision,
                        Change.Kind.SAVED,
                        Perspective.DRAFT,
                        "clusters",
                        at.path(),
                        node.id(),
                        "t:cluster",
                        List.of(),
                        "x",
                        Instant.EPOCH));
            }
            return entries;
        });
        floor.indexer.awaitRevision(floor.desk.repository.lastRevision(), java.time.Duration.ofSeconds(60));

        for (var offset : List.of(9_960, 9_999, 10_000, 10_100, 10_060, 9_990)) {
            assertThat(titles(page(query("cluster", null, List.of(), List.of(), List.of("title"), offset, 60))))
                    .startsWith("c%05d".formatted(offset))
                    .endsWith("c%05d".formatted(offset + 59));
        }
        assertThat(titles(page(query("cluster", null, List.of(), List.of(), List.of("title"), 10_403, 2))))
                .containsExactly("c10403", "c10404");
        assertThat(page(query("cluster", null, List.of(), List.of(), List.of("title"), 10_599, 5))
                        .entries())
                .hasSize(1);
        assertThat(page(query("cluster", null, List.of(), List.of(), List.of(), 20_000, 5))
                        .total())
                .isEqualTo(entries);
        assertThat(floor.lists.ids(EDITOR, query("cluster", null, List.of(), List.of(), List.of(), 0, 0), 20_000))
                .hasSize(entries)
                .doesNotHaveDuplicates();
        assertThatThrownBy(() ->
                        floor.lists.ids(EDITOR, query("cluster", null, List.of(), List.of(), List.of(), 0, 0), 10_000))
                .isInstanceOf(PlatformException.class);
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> query("cluster", null, List.of("country=RS"), List.of(), List.of(), 0, 1))
                .hasMessageContaining("property:operator:value");
        assertThatThrownBy(() -> page(query("cluster", null, List.of("nothing:eq:1"), List.of(), List.of(), 0, 1)))
                .hasMessageContaining("nothing");
    }

    @Test
    void aPickerOffersWhatMatchesAndNamesWhatIsChosen() throws Exception {
        var wood = floor.desk.createCluster("Wood of Friuli");
        var last = floor.desk.createCluster("Stone");

        assertThat(floor.choices
                        .search(EDITOR, List.of("cluster", "company"), "friuli", "en", 0, 5)
                        .choices())
                .extracting(Choices.Choice::id, Choices.Choice::title, Choices.Choice::contentType)
                .containsExactly(tuple(wood.id(), "Wood of Friuli", "cluster"));
        assertThat(floor.choices
                        .search(EDITOR, List.of("cluster"), "", "en", 0, 5)
                        .choices()
                        .getFirst()
                        .id())
                .isEqualTo(last.id());
        assertThat(floor.choices.named(EDITOR, List.of(wood.id(), "11111111-1111-1111-1111-111111111111"), "en"))
                .extracting(Choices.Choice::title)
                .containsExactly("Wood of Friuli");
    }

    @Test
    void whereAnEntryIsUsedIsListedAndKeepsItFromBeingDeletedUnlessAnotherTakesItsPlace() {
        var old = floor.desk.createCluster("Old");
        var other = floor.desk.createCluster("Other");
        var company = floor.desk.create("company", Map.of("title", "Panels", "cluster", old.id()));
        var usages = new Usages(floor.desk.drafts);

        assertThat(usages.of(EDITOR, old.id(), "en").usages())
                .extracting(
                        Usages.Usage::id,
                        Usages.Usage::title,
                        Usages.Usage::fields,
                        Usages.Usage::draft,
                        Usages.Usage::live)
                .containsExactly(tuple(company.id(), "Panels", List.of("cluster"), true, false));
        assertThatThrownBy(() -> floor.deleteEntry.delete(EDITOR, "cluster", old.id()))
                .hasMessageContaining("still referred to");
        assertThatThrownBy(() -> floor.deleteEntry.delete(EDITOR, "cluster", old.id(), company.id()))
                .isInstanceOf(PlatformException.class);

        assertThat(floor.deleteEntry.delete(EDITOR, "cluster", old.id(), other.id()))
                .isTrue();
        assertThat(floor.desk.draft(company.id()).text("cluster")).isEqualTo(other.id());
        assertThat(usages.of(EDITOR, other.id(), "en").total()).isEqualTo(1);
    }

    @Test
    void viewsAreTheirOwnersButSharedOnesAreSeenByAll() {
        var views = new SavedViews(floor.documents("views", SavedViews.Stored.class));
        var ana = Actor.administrator("ana");
        var mine =
                new SavedViews.Content("Mine", false, null, "wood", null, List.of("country:eq:RS"), null, null, null);
        var own = views.create(ana, "cluster", mine);
        var shared = views.create(
                ana,
                "cluster",
                new SavedViews.Content("Team", true, "list", null, null, null, List.of("-title"), null, null));

        assertThat(views.list(ana, "cluster")).extracting(SavedViews.View::mine).containsExactly(true, true);
        assertThat(views.list(EDITOR, "cluster"))
                .extracting(SavedViews.View::id)
                .containsExactly(shared.id());
        assertThatThrownBy(() -> views.find(EDITOR, "cluster", own.id())).hasMessageContaining("no view");
        assertThatThrownBy(() -> views.change(EDITOR, "cluster", shared.id(), mine))
                .hasMessageContaining("belongs to ana");
        assertThatThrownBy(() -> views.create(
                        ana,
                        "cluster",
                        new SavedViews.Content("x", true, null, null, null, List.of("bad"), null, null, null)))
                .isInstanceOf(PlatformException.class);
        views.delete(ana, "cluster", own.id());
        assertThat(views.list(ana, "cluster"))
                .extracting(view -> view.view().name())
                .containsExactly("Team");
    }
}
