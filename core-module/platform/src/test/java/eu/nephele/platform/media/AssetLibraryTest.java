package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Grant;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What editors find in the library, and the folders they put it into. */
class AssetLibraryTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    private ContentRepository repository;
    private Assets assets;
    private DescribeAsset describe;
    private AssetLibrary library;
    private AssetFolders folders;
    private MoveAsset move;

    @BeforeEach
    void open() {
        var definitions = TestingDefinitions.catalogue();
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, MediaSettings.DEFAULT, CLOCK);
        describe = new DescribeAsset(repository, () -> definitions, CLOCK, _ -> {});
        library = new AssetLibrary(repository);
        folders = new AssetFolders(repository, library, CLOCK);
        move = new MoveAsset(repository, CLOCK);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void wordsAreFoundInNamesAndInWhatIsSaidWithoutRegardForAccents() {
        var logo = upload("/logos", "drawing.png");
        upload("/logos", "photo.jpg");
        describe.change(EDITOR, logo.key(), null, Map.of(), Map.of("alt", "Žaga v Škofji Loki", "licence", "CC0-1.0"));

        assertThat(titles(find("skofji zaga", null))).containsExactly("drawing.png");
        assertThat(titles(find("PHOTO", null))).containsExactly("photo.jpg");
        assertThat(titles(find("photo zaga", null))).isEmpty();
    }

    @Test
    void aFacetIsCountedAsIfItWereNotNarrowedAndTheOthersAsTheyAre() {
        var drawing = upload("/logos", "drawing.png");
        upload("/logos", "photo.jpg");
        upload("/notes", "a.txt");
        describe.change(EDITOR, drawing.key(), null, Map.of(), Map.of("licence", "CC0-1.0"));

        var page = library.find(
                EDITOR, AssetQuery.of("", "/", true, false, Map.of(AssetFacet.KIND, Set.of("image")), "title", 0, 10));

        assertThat(titles(page)).containsExactly("drawing.png", "photo.jpg");
        assertThat(page.facets().get(AssetFacet.KIND))
                .containsExactly(new AssetLibrary.Count("image", 2), new AssetLibrary.Count("document", 1));
        assertThat(page.facets().get(AssetFacet.LICENCE)).containsExactly(new AssetLibrary.Count("CC0-1.0", 1));
        assertThat(page.facets().get(AssetFacet.MISSING))
                .contains(new AssetLibrary.Count("alt", 2), new AssetLibrary.Count("licence", 1));
    }

    @Test
    void pagesFollowEachOtherWithoutHolesAndWhatWasSavedIsThereAtOnce() {
        for (var number = 0; number < 7; number++) {
            assets.upload(EDITOR, text("/many", "file-" + number + ".txt", "text " + number));
        }
        assertThat(titles(page("-title", 0, 3))).containsExactly("file-6.txt", "file-5.txt", "file-4.txt");
        assertThat(titles(page("-title", 3, 3))).containsExactly("file-3.txt", "file-2.txt", "file-1.txt");
        assertThat(page("-title", 6, 3).total()).isEqualTo(7);

        assets.upload(EDITOR, text("/many", "file-9.txt", "text"));
        assertThat(titles(page("-title", 0, 1))).containsExactly("file-9.txt");
        assertRefused(ErrorCode.BAD_REQUEST, () -> page("colour", 0, 1));
    }

    @Test
    void whoMayNotReadAnAssetNeitherFindsNorCountsIt() {
        upload("/logos", "drawing.png");
        upload("/notes", "a.txt");
        var reader = new Actor("reader", List.of(new Grant(true, Set.of(Action.READ), null, "dam", "/notes")));

        var page = library.find(reader, AssetQuery.of("", null, false, false, Map.of(), "title", 0, 10));

        assertThat(titles(page)).containsExactly("a.txt");
        assertThat(page.facets().get(AssetFacet.KIND)).containsExactly(new AssetLibrary.Count("document", 1));
    }

    @Test
    void anAssetMovesForReadersTooAndKeepsItsId() {
        var asset = upload("/logos", "drawing.png");
        upload("/partners", "drawing.png");

        var moved = move.move(EDITOR, asset.key(), "/partners");

        assertThat(moved.id()).isEqualTo(asset.id());
        assertThat(moved.path()).isEqualTo("/partners/drawing-2.png");
        var live = assets.find(Actor.anonymous(), Perspective.LIVE, asset.key()).orElseThrow();
        assertThat(live.path()).isEqualTo("/partners/drawing-2.png");
        assertThat(find("", "/logos").total()).isZero();
        assertThat(find("", "/partners").total()).isEqualTo(2);
        assertThat(assets.read(
                        Actor.anonymous(), Perspective.LIVE, asset.key(), (_, content) -> content.readAllBytes()))
                .isPresent();
    }

    @Test
    void aFolderIsMadeRenamedWithAllThatIsInItAndTakenAwayWhenEmpty() {
        folders.create(EDITOR, "/logos/old");
        var asset = upload("/logos/old/deep", "drawing.png");
        assertRefused(ErrorCode.NAME_TAKEN, () -> folders.create(EDITOR, "/logos/old"));
        assertRefused(ErrorCode.BAD_REQUEST, () -> folders.move(EDITOR, "/logos", "/logos/old/more"));
        assertRefused(ErrorCode.STILL_REFERENCED, () -> folders.remove(EDITOR, "/logos/old"));

        folders.move(EDITOR, "/logos/old", "/archive/2026");

        assertThat(folders.all(EDITOR))
                .extracting(AssetFolders.Folder::path)
                .containsExactly("/", "/archive", "/archive/2026", "/archive/2026/deep", "/logos");
        assertThat(assets.find(Actor.anonymous(), Perspective.LIVE, asset.key())
                        .orElseThrow()
                        .path())
                .isEqualTo("/archive/2026/deep/drawing.png");
        assertThat(find("", "/archive/2026/deep").total()).isOne();
        folders.remove(EDITOR, "/logos");
        assertThat(folders.all(EDITOR)).extracting(AssetFolders.Folder::path).doesNotContain("/logos");
        assertRefused(ErrorCode.PATH_NOT_FOUND, () -> folders.move(EDITOR, "/logos", "/other"));
    }

    @Test
    void whoMayNotChangeTheAssetsOfAFolderDoesNotMoveIt() {
        upload("/logos", "drawing.png");
        var reader = new Actor("reader", List.of(new Grant(true, Set.of(Action.READ), null, null, "/")));

        assertRefused(ErrorCode.ACCESS_DENIED, () -> folders.create(reader, "/mine"));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> folders.move(reader, "/logos", "/mine"));
        var maker = new Actor(
                "maker",
                List.of(new Grant(true, Set.of(Action.READ, Action.CREATE, Action.PUBLISH), null, "dam", "/")));
        assertThat(folders.create(maker, "/mine").path()).isEqualTo("/mine");
        assertRefused(ErrorCode.ACCESS_DENIED, () -> folders.move(maker, "/logos", "/theirs"));
    }

    @Test
    void whatOneMayDoIsSaidWithTheRuleThatStandsInTheWay() {
        var definitions = TestingDefinitions.catalogue();
        var options = new LibraryOptions(repository, () -> definitions, MediaSettings.DEFAULT);
        var reader = new Actor("reader", List.of(new Grant(true, Set.of(Action.READ), null, "dam", "/")));
        var asset = upload("/logos", "drawing.png");

        var may = options.of(reader).may();
        assertThat(may.get(Action.READ).allowed()).isTrue();
        assertThat(may.get(Action.CREATE).allowed()).isFalse();
        assertThat(may.get(Action.CREATE).rule()).contains("create");
        assertThat(options.of(EDITOR).locales()).contains(new LibraryOptions.Language("sr-Latn", "_sr_Latn"));
        assertThat(options.standing(EDITOR, asset.key()).orElseThrow().isTrash())
                .isFalse();
        assertThat(options.standing(reader, asset.key())
                        .orElseThrow()
                        .may()
                        .get(Action.WRITE)
                        .allowed())
                .isFalse();
        assertThat(options.standing(EDITOR, "jcr:nothing")).isEmpty();
    }

    private Asset upload(String folder, String name) {
        return name.endsWith(".txt")
                ? assets.upload(EDITOR, text(folder, name, "a text"))
                : assets.upload(EDITOR, bytes(folder, name, HostileFiles.sample(name)));
    }

    private AssetLibrary.Page find(String text, @Nullable String folder) {
        return library.find(EDITOR, AssetQuery.of(text, folder, false, false, Map.of(), "title", 0, 10));
    }

    private AssetLibrary.Page page(String sort, int offset, int limit) {
        return library.find(EDITOR, AssetQuery.of("", null, false, false, Map.of(), sort, offset, limit));
    }

    private static List<String> titles(AssetLibrary.Page page) {
        return page.rows().stream().map(AssetLibrary.Row::title).toList();
    }

    private static Upload text(String folder, String name, String text) {
        return bytes(folder, name, text.getBytes());
    }

    private static Upload bytes(String folder, String name, byte[] content) {
        return new Upload(name, folder, content.length, () -> new ByteArrayInputStream(content));
    }

    private static void assertRefused(ErrorCode code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
