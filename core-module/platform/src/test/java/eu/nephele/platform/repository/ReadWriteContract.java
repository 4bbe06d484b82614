package eu.nephele.platform.repository;

import static eu.nephele.platform.repository.TestingRepository.SYSTEM;
import static eu.nephele.platform.repository.TestingRepository.draft;
import static eu.nephele.platform.repository.TestingRepository.entry;
import static eu.nephele.platform.repository.TestingRepository.live;
import static eu.nephele.platform.repository.TestingRepository.read;
import static eu.nephele.platform.repository.TestingRepository.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class ReadWriteContract extends RepositoryContract {

    private static final Location HERE = draft("champions", "/industry/kolektor");

    @Test
    void everyKindOfValueComesBackAsItWas() {
        var values = new LinkedHashMap<String, Value>();
        values.put("exact", Value.of(new BigDecimal("12345678901234567890.1200")));
        values.put("flag", Value.of(true));
        values.put("moment", Value.of(OffsetDateTime.parse("2012-10-01T23:30:00.123+02:00")));
        values.put(
                "moments",
                Value.of(List.of(
                        Value.of(OffsetDateTime.parse("2012-10-01T23:30:00Z")),
                        Value.of(OffsetDateTime.parse("2012-10-01T23:30:00-03:30")))));
        values.put("none", Value.of(List.of()));
        values.put("one", Value.texts("single"));
        values.put("real", Value.of(2.5));
        values.put("reals", Value.of(List.of(Value.of(1.5), Value.of(-0.0))));
        values.put("text", Value.of("Kolektor – čšž ћ ώ 𝄞\n"));
        values.put("texts", Value.texts("b", "a", "b"));
        values.put("whole", Value.of(Long.MIN_VALUE));

        save(repository, HERE, ContentNode.unstored("", "nph:champion", values, List.of()));

        assertThat(read(repository, HERE).orElseThrow().properties()).isEqualTo(values);
    }

    @Test
    void aNodeHasAPathANameATypeAndALastingId() {
        var first = save(repository, HERE, entry("title", "Kolektor"));
        var second = save(repository, HERE, entry("title", "Kolektor Group"));

        assertThat(first.id()).isNotEmpty().isEqualTo(second.id());
        assertThat(second.name()).isEqualTo("kolektor");
        assertThat(second.path()).isEqualTo("/industry/kolektor");
        assertThat(second.nodeType()).isEqualTo("mgnl:content");
        assertThat(read(repository, HERE)).contains(second);
        assertThat(read(repository, HERE.parent()).orElseThrow().nodeType()).isEqualTo("mgnl:folder");
    }

    @Test
    void draftAndLiveShareIds() {
        var stored = save(repository, HERE, tree());
        var published = save(repository, HERE.in(Perspective.LIVE), stored);

        assertThat(published).isEqualTo(stored);
        assertThat(locate(Perspective.DRAFT, stored.id())).isEqualTo(HERE);
        assertThat(locate(Perspective.LIVE, stored.id())).isEqualTo(HERE.in(Perspective.LIVE));
        var nested = stored.children().getFirst().children().getFirst();
        assertThat(locate(Perspective.LIVE, nested.id()).path()).isEqualTo("/industry/kolektor/markets/markets0");
        assertThat(read(repository, HERE.parent()).orElseThrow().id())
                .isEqualTo(read(repository, live("champions", "/industry"))
                        .orElseThrow()
                        .id());
    }

    @Test
    void whatAValueLacksIsRemovedAndItsOrderIsKept() {
        var stored = save(repository, HERE, tree());
        var markets = stored.children().getFirst();
        var changed = stored.withProperties(Map.of("summary", Value.of("new")))
                .withChildren(List.of(
                        markets.withChildren(markets.children().reversed().subList(0, 2))));

        var result = save(repository, HERE, changed);

        assertThat(result).isEqualTo(changed);
        assertThat(read(repository, HERE)).contains(changed);
    }

    @Test
    void nestedNodesKeepTheirIdsWhenTheirNamesShift() {
        var stored = save(repository, HERE, tree());
        var markets = stored.children().getFirst();
        var first = markets.children().get(0);
        var second = markets.children().get(1);
        var shifted = new ContentNode(second.id(), first.name(), "", second.nodeType(), second.properties(), List.of());

        var result = save(repository, HERE, stored.withChildren(List.of(markets.withChildren(List.of(shifted)))));

        assertThat(result.children().getFirst().children().getFirst().id()).isEqualTo(second.id());
        assertThat(locate(Perspective.DRAFT, second.id()).path()).endsWith("/markets0");
    }

    @Test
    void aNestedIdThatIsInUseElsewhereIsReplacedByAFreshOne() {
        var stored = save(repository, HERE, tree());
        var copy = new ContentNode("", "copy", "", stored.nodeType(), stored.properties(), stored.children());

        var copied = save(repository, draft("champions", "/copy"), copy);

        assertThat(copied.children().getFirst().id())
                .isNotEmpty()
                .isNotEqualTo(stored.children().getFirst().id());
    }

    @Test
    void nestedNodesMayChangePlacesAndTwinsGetAnIdOfTheirOwn() {
        var stored = save(repository, HERE, tree());
        var markets = stored.children().getFirst();
        var first = markets.children().get(0);
        var second = markets.children().get(1);
        var third = markets.children().get(2);
        var changed = List.of(renamed(second, "markets0"), renamed(first, "markets1"), renamed(first, "markets2"));
        var extra = ContentNode.unstored("extra", "mgnl:contentNode", Map.of(), List.of(renamed(third, "moved")));

        var result = save(repository, HERE, stored.withChildren(List.of(markets.withChildren(changed), extra)));

        var ids = result.children().getFirst().children().stream()
                .map(ContentNode::id)
                .toList();
        assertThat(ids.subList(0, 2)).containsExactly(second.id(), first.id());
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(locate(Perspective.DRAFT, first.id()).path()).endsWith("/markets/markets1");
        assertThat(locate(Perspective.DRAFT, second.id()).path()).endsWith("/markets/markets0");
        assertThat(result.child("extra").orElseThrow().children().getFirst().id())
                .isNotEmpty();
    }

    private static ContentNode renamed(ContentNode node, String name) {
        return new ContentNode(node.id(), name, "", node.nodeType(), node.properties(), node.children());
    }

    @Test
    void depthSaysHowManyLevelsOfChildrenAreRead() {
        save(repository, HERE, tree());

        repository.read(SYSTEM, reader -> {
            assertThat(reader.node(HERE, 0).orElseThrow().children()).isEmpty();
            var markets = reader.node(HERE, 1).orElseThrow().child("markets").orElseThrow();
            assertThat(markets.children()).isEmpty();
            assertThat(reader.node(HERE, 2)
                            .orElseThrow()
                            .child("markets")
                            .orElseThrow()
                            .children())
                    .hasSize(3);
            return null;
        });
    }

    @Test
    void puttingAFolderLeavesItsEntries() {
        save(repository, HERE, entry("title", "Kolektor"));
        save(
                repository,
                HERE.parent(),
                ContentNode.unstored("", "mgnl:folder", Map.of("title", Value.of("x")), List.of()));

        assertThat(read(repository, HERE)).isPresent();
        assertThat(read(repository, HERE.parent()).orElseThrow().text("title")).isEqualTo("x");
    }

    @Test
    void anIdStaysAtOnePlace() {
        var stored = save(repository, HERE, entry());
        var other = save(repository, draft("champions", "/other"), entry());

        refused(ErrorCode.NAME_TAKEN, () -> save(repository, draft("champions", "/third"), stored));
        refused(ErrorCode.NAME_TAKEN, () -> save(repository, HERE, other));
    }

    @Test
    void aMovedEntryKeepsItsIdAndOrderOfReading() {
        var stored = save(repository, HERE, tree());
        var there = draft("champions", "/energy/kolektor-group");

        repository.write(SYSTEM, writer -> {
            writer.move(HERE, there);
            assertThat(writer.locate(Perspective.DRAFT, stored.id())).contains(there);
            assertThat(writer.node(HERE, 0)).isEmpty();
            return null;
        });

        assertThat(locate(Perspective.DRAFT, stored.id())).isEqualTo(there);
        assertThat(read(repository, there).orElseThrow().properties()).isEqualTo(stored.properties());
        assertThat(read(repository, there)
                        .orElseThrow()
                        .child("markets")
                        .orElseThrow()
                        .children())
                .hasSize(3);
    }

    @Test
    void aMoveToATakenOrImpossiblePlaceIsRefused() {
        save(repository, HERE, entry());
        save(repository, draft("champions", "/other"), entry());

        refused(ErrorCode.NAME_TAKEN, () -> move(HERE, draft("champions", "/other")));
        refused(ErrorCode.BAD_REQUEST, () -> move(HERE, HERE.child("below")));
        refused(ErrorCode.PATH_NOT_FOUND, () -> move(draft("champions", "/none"), HERE.child("x")));
        refused(ErrorCode.BAD_REQUEST, () -> move(HERE, live("champions", "/x")));
    }

    @Test
    void removingTakesTheSubtreeAndIsQuietWhereThereIsNone() {
        var stored = save(repository, HERE, tree());

        TestingRepository.remove(repository, HERE);
        TestingRepository.remove(repository, HERE);

        assertThat(read(repository, HERE)).isEmpty();
        Optional<Location> location = repository.read(SYSTEM, reader -> reader.locate(Perspective.DRAFT, stored.id()));
        assertThat(location).isEmpty();
    }

    @Test
    void workThatThrowsChangesNothing() {
        assertThatThrownBy(() -> repository.write(SYSTEM, writer -> {
                    writer.put(HERE, entry());
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(read(repository, HERE)).isEmpty();
        assertThat(repository.lastRevision()).isZero();
    }

    @Test
    void childrenComeInOrderFilteredByTypeAndPaged() {
        for (var name : List.of("c", "a", "b")) {
            save(
                    repository,
                    draft("champions", "/list/" + name),
                    ContentNode.unstored(name, "nph:champion", Map.of(), List.of()));
        }
        save(repository, draft("champions", "/list/sub/x"), entry());
        var list = draft("champions", "/list");

        assertThat(names(list, Set.of(), 0, 10)).containsExactly("c", "a", "b", "sub");
        assertThat(names(list, Set.of("mgnl:content"), 1, 1)).containsExactly("a");
        assertThat(names(list, Set.of("mgnl:folder"), 0, 10)).containsExactly("sub");
        assertThat(names(draft("champions", "/none"), Set.of(), 0, 10)).isEmpty();
    }

    @Test
    void aWalkVisitsEveryEntryWithItsSubtree() {
        save(repository, HERE, tree());
        save(repository, draft("champions", "/b"), entry());
        var visited = new java.util.ArrayList<ContentNode>();

        repository.read(SYSTEM, reader -> {
            reader.walk(Perspective.DRAFT, "champions", Set.of("mgnl:content"), visited::add);
            assertThat(reader.count(Perspective.DRAFT, "champions", Set.of("mgnl:content")))
                    .isEqualTo(2);
            assertThat(reader.count(Perspective.LIVE, "champions", Set.of("mgnl:content")))
                    .isZero();
            return null;
        });

        assertThat(visited).extracting(ContentNode::path).containsExactly("/industry/kolektor", "/b");
        assertThat(visited.getFirst().children().getFirst().children()).hasSize(3);
    }

    private List<String> names(Location parent, Set<String> types, int offset, int limit) {
        return repository.read(
                SYSTEM,
                reader -> reader.children(parent, types, offset, limit).stream()
                        .map(ContentNode::name)
                        .toList());
    }

    private void move(Location from, Location to) {
        repository.write(SYSTEM, writer -> {
            writer.move(from, to);
            return null;
        });
    }

    private Location locate(Perspective perspective, String id) {
        return repository.read(SYSTEM, reader -> reader.locate(perspective, id)).orElseThrow();
    }

    private static void refused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    /** An entry with three nested markets. */
    private static ContentNode tree() {
        var markets = List.of("it", "el", "ro").stream()
                .map(country -> ContentNode.unstored(
                        "markets" + List.of("it", "el", "ro").indexOf(country),
                        "mgnl:contentNode",
                        Map.of("country", Value.of(country)),
                        List.of()))
                .toList();
        var list = ContentNode.unstored("markets", "mgnl:contentNode", Map.of(), markets);
        return ContentNode.unstored("", "nph:champion", Map.of("title", Value.of("Kolektor")), List.of(list));
    }
}
