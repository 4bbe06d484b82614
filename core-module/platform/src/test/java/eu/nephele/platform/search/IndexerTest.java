package eu.nephele.platform.search;

import static eu.nephele.platform.search.Champions.champion;
import static eu.nephele.platform.search.Champions.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Change;
import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType.Scalar;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.SearchEngine;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.TestingRepository;
import eu.nephele.platform.search.analysis.Dictionaries;
import eu.nephele.platform.search.analysis.TextAnalysis;
import eu.nephele.platform.search.lucene.LuceneSearchEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ContentRepository repository = TestingRepository.inMemory();
    private final SearchEngine engine = new LuceneSearchEngine(null);
    private ChangeFeed feed = new ChangeFeed(repository);
    private volatile Definitions definitions = Champions.definitions();
    private Indexer indexer = new Indexer(engine, repository, feed, () -> definitions);
    private final EntrySearch search = new EntrySearch(engine, () -> definitions);

    IndexerTest() {
        repository.register(TestingRepository.workspace("champions", "cat:champion", "cat:note"));
    }

    @AfterEach
    void close() {
        feed.close();
        indexer.close();
        engine.close();
        repository.close();
    }

    @Test
    void whatWasThereBeforeTheStartIsFound() throws Exception {
        save(champion("a", "title", "Wood"));
        save(champion("b", "title", "Metal"));
        indexer.start();

        assertThat(indexer.awaitRevision(repository.lastRevision(), LONG)).isTrue();
        assertThat(found("wood")).containsExactly("/a");
        assertThat(indexer.lag()).isZero();
    }

    @Test
    void whatIsSavedAndRemovedLaterIsFollowed() throws Exception {
        indexer.start();
        save(champion("a", "title", "Wood"));
        save(champion("b", "title", "Wood"));
        caughtUp();
        assertThat(found("wood")).containsExactlyInAnyOrder("/a", "/b");

        save(champion("a", "title", "Metal"));
        TestingRepository.remove(repository, live("/b"));
        caughtUp();

        assertThat(found("wood")).isEmpty();
        assertThat(found("metal")).containsExactly("/a");
    }

    @Test
    void aSavedEntryIsFoundWithItsRevision() throws Exception {
        indexer.start();
        save(champion("a", "title", "Wood"));
        caughtUp();

        assertThat(search.search(Champions.ask("en", "wood")).hits().getFirst().revision())
                .isEqualTo(repository.lastRevision());
    }

    @Test
    void typesOfOneWorkspaceAreToldApartByNodeType() throws Exception {
        indexer.start();
        save(champion("a", "title", "Wood"));
        save(entry("/n", "cat:note", "title", "Wood"));
        caughtUp();

        assertThat(found("wood")).containsExactly("/a");
        assertThat(search.search(both("wood")).total()).isEqualTo(2);
    }

    @Test
    void draftAndLiveAreApart() throws Exception {
        indexer.start();
        TestingRepository.save(repository, live("/a").in(Perspective.DRAFT), champion("a", "title", "Wood"));
        caughtUp();

        assertThat(found("wood")).isEmpty();
    }

    @Test
    void aMovedFolderTakesItsEntriesAlong() throws Exception {
        indexer.start();
        save(entry("/old/deep/a", "cat:champion", "title", "Wood"));
        save(entry("/b", "cat:champion", "title", "Wood"));
        caughtUp();

        var folder = repository.write(TestingRepository.SYSTEM, writer -> {
            writer.move(live("/old"), live("/new"));
            var moved = writer.node(live("/new"), 0).orElseThrow();
            writer.record(TestingRepository.change(writer, Change.Kind.SAVED, live("/new"), moved));
            return moved;
        });
        caughtUp();

        assertThat(folder.nodeType()).isEqualTo("mgnl:folder");
        assertThat(found(null, Champions.filter("@ancestor", PropertyFilter.Operator.EQ, "/new")))
                .containsExactly("/new/deep/a");
        assertThat(found(null, Champions.filter("@ancestor", PropertyFilter.Operator.EQ, "/old")))
                .isEmpty();
    }

    @Test
    void aRemovedFolderTakesItsEntriesAlong() throws Exception {
        indexer.start();
        save(entry("/old/deep/a", "cat:champion", "title", "Wood"));
        save(entry("/b", "cat:champion", "title", "Wood"));
        caughtUp();

        TestingRepository.remove(repository, live("/old"));
        caughtUp();

        assertThat(found("wood")).containsExactly("/b");
    }

    @Test
    void aChangedTypeIsIndexedAnew() throws Exception {
        indexer.start();
        save(champion("a", "title", "Wood", "internalNote", "doubtful"));
        caughtUp();
        assertThat(found("doubtful")).isEmpty();

        definitions = with(changed("internalNote", Property.of("internalNote", Scalar.STRING)));
        indexer.definitionsChanged();
        indexer.rebuild("champion");

        assertThat(found("doubtful")).containsExactly("/a");
        save(champion("b", "title", "Metal", "internalNote", "doubtful"));
        caughtUp();
        assertThat(found("doubtful")).containsExactlyInAnyOrder("/a", "/b");
    }

    @Test
    void definitionsThatChangeWhileAnIndexIsRebuiltAreTheOnesItFollows() throws Exception {
        indexer.start();
        for (var number = 0; number < 200; number++) {
            save(champion("c" + number, "title", "Wood", "internalNote", "doubtful"));
        }
        caughtUp();
        var changed = with(changed("internalNote", Property.of("internalNote", Scalar.STRING)), Champions.NOTE);
        for (var round = 0; round < 5; round++) {
            for (var next : List.of(changed, Champions.definitions(), changed)) {
                definitions = next;
                indexer.definitionsChanged();
            }
            // What was asked for before this is done by then.
            indexer.rebuild("note");

            save(champion("new" + round, "title", "Wood", "internalNote", "newest" + round));
            caughtUp();
            assertThat(found("newest" + round)).containsExactly("/new" + round);
            assertThat(indexer.verify(false))
                    .allSatisfy(report -> assertThat(report.outcome()).isEqualTo(IndexReport.Outcome.WHOLE));
        }
        assertThat(search.search(Champions.ask("en", "doubtful")).total()).isEqualTo(200);
    }

    @Test
    void aNewTypeIsIndexed() throws Exception {
        definitions = with(Champions.TYPE);
        indexer.start();
        save(entry("/n", "cat:note", "title", "Wood"));
        caughtUp();

        definitions = Champions.definitions();
        indexer.definitionsChanged();
        indexer.rebuild("note");

        assertThat(search.search(both("wood")).total()).isEqualTo(1);
    }

    @Test
    void anIndexThatWasBehindCatchesUpAfterARestart() throws Exception {
        indexer.start();
        save(champion("a", "title", "Wood"));
        caughtUp();
        feed.close();
        indexer.close();
        save(champion("b", "title", "Wood"));
        TestingRepository.remove(repository, live("/a"));

        feed = new ChangeFeed(repository);
        indexer = new Indexer(engine, repository, feed, () -> definitions);
        indexer.start();
        caughtUp();

        assertThat(found("wood")).containsExactly("/b");
    }

    @Test
    void anIndexOfAnotherChangeLogIsBuiltAnew() throws Exception {
        indexer.start();
        save(champion("a", "title", "Wood"));
        caughtUp();
        feed.close();
        indexer.close();
        engine.apply("champion-live", new IndexBatch(List.of(), List.of(), 1_000_000));

        feed = new ChangeFeed(repository);
        indexer = new Indexer(engine, repository, feed, () -> definitions);
        indexer.start();

        assertThat(engine.position("champion-live")).isEqualTo(repository.lastRevision());
    }

    @Test
    void aChangedSetOfDictionariesIndexesAnew(@TempDir Path dictionaries) throws Exception {
        indexer.start();
        save(champion("a", "title", "People", "title_sl", "Ljudje"));
        caughtUp();
        assertThat(foundInSlovenian("človek")).isZero();

        Files.writeString(
                dictionaries.resolve("sl.aff"), "SET UTF-8\nFULLSTRIP\nSFX L Y 1\nSFX L človek ljudje človek\n");
        Files.writeString(dictionaries.resolve("sl.dic"), "1\nčlovek/L\n");
        try {
            startAgainWith(Dictionaries.in(dictionaries));
            assertThat(foundInSlovenian("človek")).isEqualTo(1);
            startAgainWith(Dictionaries.NONE);
            assertThat(foundInSlovenian("človek")).isZero();
        } finally {
            TextAnalysis.use(Dictionaries.NONE);
        }
    }

    private void startAgainWith(Dictionaries dictionaries) throws InterruptedException {
        feed.close();
        indexer.close();
        TextAnalysis.use(dictionaries);
        feed = new ChangeFeed(repository);
        indexer = new Indexer(engine, repository, feed, () -> definitions);
        indexer.start();
        caughtUp();
    }

    private long foundInSlovenian(String text) {
        return new EntrySearch(engine, () -> definitions)
                .search(Champions.ask("sl", text))
                .total();
    }

    @Test
    void aTypeWithoutIndexCannotBeRebuilt() {
        indexer.start();

        assertThatThrownBy(() -> indexer.rebuild("yacht"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("yacht");
    }

    @Test
    void whatWasPutAsideIsAppliedOnceNothingIsInItsWay() throws Exception {
        var broken = new AtomicBoolean(true);
        indexer.close();
        indexer = new Indexer(refusing("Wood", broken), repository, feed, () -> definitions);
        indexer.start();
        save(champion("a", "title", "Wood"));
        save(champion("b", "title", "Metal"));
        caughtUp();
        assertThat(found("wood")).isEmpty();
        assertThat(found("metal")).containsExactly("/b");
        assertThat(indexer.putAside()).isEqualTo(1);

        indexer.close();
        indexer = new Indexer(refusing("Wood", broken), repository, feed, () -> definitions);
        indexer.start();
        assertThat(indexer.putAside()).as("it is still in its way").isEqualTo(1);

        broken.set(false);
        indexer.close();
        indexer = new Indexer(engine, repository, feed, () -> definitions);
        indexer.start();

        assertThat(indexer.putAside()).isZero();
        assertThat(found("wood")).containsExactly("/a");
        assertThat(indexer.verify(false))
                .allSatisfy(report -> assertThat(report.outcome()).isEqualTo(IndexReport.Outcome.WHOLE));
    }

    /** The engine, which does not write what contains the word while it is broken. */
    private SearchEngine refusing(String word, AtomicBoolean broken) {
        return (SearchEngine) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SearchEngine.class}, (_, method, arguments) -> {
                    if (method.getName().equals("apply")
                            && broken.get()
                            && ((IndexBatch) arguments[1])
                                    .documents().stream()
                                            .anyMatch(document ->
                                                    document.toString().contains(word))) {
                        throw new IllegalStateException("no " + word);
                    }
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Test
    void waitingForARevisionEnds() throws Exception {
        indexer.start();

        assertThat(indexer.awaitRevision(1_000, Duration.ofMillis(20))).isFalse();
    }

    private void caughtUp() throws InterruptedException {
        assertThat(indexer.awaitRevision(repository.lastRevision(), LONG)).isTrue();
    }

    private void save(ContentNode entry) {
        repository.write(TestingRepository.SYSTEM, writer -> {
            var location = live(entry.path());
            var change = TestingRepository.change(writer, Change.Kind.SAVED, location, entry);
            var properties = new LinkedHashMap<>(entry.properties());
            properties.put(SystemProperties.REVISION, Value.of(change.revision()));
            writer.put(location, entry.withProperties(properties));
            writer.record(change);
            return null;
        });
    }

    private static Location live(String path) {
        return TestingRepository.live("champions", path);
    }

    private List<String> found(String text, PropertyFilter... filters) {
        return search.search(Champions.ask("en", text, filters)).hits().stream()
                .map(hit -> repository.read(
                        TestingRepository.SYSTEM,
                        reader -> reader.locate(Perspective.LIVE, hit.id())
                                .map(Location::path)
                                .orElse("gone")))
                .toList();
    }

    private static EntryQuery both(String text) {
        var one = Champions.ask("en", text);
        return new EntryQuery(
                List.of("champion", "note"),
                one.perspective(),
                "en",
                text,
                List.of(),
                List.of(),
                List.of(),
                0,
                10,
                null);
    }

    private static ContentType changed(String property, Property replacement) {
        var properties = new ArrayList<>(Champions.TYPE.model().properties());
        properties.replaceAll(old -> old.name().equals(property) ? replacement : old);
        var model = Champions.TYPE.model();
        return new ContentType(
                Champions.TYPE.name(),
                Champions.TYPE.module(),
                null,
                Champions.TYPE.datasource(),
                new Model(model.name(), model.nodeType(), properties, model.subModels()));
    }

    private Definitions with(ContentType... types) {
        var known = Champions.definitions();
        return new Definitions(
                2,
                Stream.of(types).collect(Collectors.toMap(ContentType::name, type -> type)),
                Map.of(),
                known.vocabularies(),
                Map.of(),
                known.site(),
                Map.of(),
                List.of());
    }
}
