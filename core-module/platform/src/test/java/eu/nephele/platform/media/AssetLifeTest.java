package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Grant;
import eu.nephele.platform.definition.TestingDefinitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import eu.nephele.platform.repository.Workspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an asset after its upload: another file in its place, the trash and back, an end of consent; and what readers get of it. */
class AssetLifeTest {

    private static final Actor EDITOR = Actor.administrator("editor");
    private static final Actor READER = Actor.anonymous();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    private ContentRepository repository;
    private Assets assets;
    private TrashAsset trash;
    private DescribeAsset describe;
    private final List<ExpireConsent.Ended> ended = new ArrayList<>();

    @BeforeEach
    void open() {
        var definitions = TestingDefinitions.catalogue();
        repository = ContentRepository.open(RepositorySettings.inMemory());
        assets = new Assets(repository, MediaSettings.DEFAULT, CLOCK);
        trash = new TrashAsset(repository, CLOCK);
        var expire = new ExpireConsent(repository, trash, ended::add, CLOCK);
        describe = new DescribeAsset(repository, () -> definitions, CLOCK, expire::check);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void anotherFileTakesThePlaceAndWhatWasSaidOfTheAssetStays() throws Exception {
        var before = assets.upload(EDITOR, upload("drawing.png", HostileFiles.sample("drawing.png")));
        describe.change(EDITOR, before.key(), null, Map.of("language", "sl"), Map.of("alt", "A pattern"));
        var heard = new java.util.ArrayList<String>();
        var replace = new ReplaceFile(repository, MediaSettings.DEFAULT, heard::add, CLOCK);

        var after = replace.replace(EDITOR, before.key(), upload("photo.jpg", HostileFiles.sample("photo.jpg")));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(heard).containsExactly(before.id());
        var live = assets.find(READER, Perspective.LIVE, before.key()).orElseThrow();
        assertThat(live.mimeType()).isEqualTo("image/jpeg");
        assertThat(live.contentHash()).isEqualTo(after.contentHash());
        var details = describe.details(EDITOR, before.key()).orElseThrow();
        assertThat(details.properties()).containsEntry("alt", Value.of("A pattern"));
        assertThat(details.metadata().values()).containsOnlyKeys("language");
        assertThat(details.metadata().extraction()).isEqualTo(AssetMetadata.Extraction.PENDING);
    }

    @Test
    void whoMayNotWriteAndPublishAnAssetLearnsThatBeforeAFileIsSent() throws Exception {
        var asset = assets.upload(EDITOR, upload("drawing.png", HostileFiles.sample("drawing.png")));
        var replace = new ReplaceFile(repository, MediaSettings.DEFAULT, id -> {}, CLOCK);

        replace.requireAllowed(EDITOR, asset.key(), 10);
        for (var actions : List.of(Set.of(Action.READ), Set.of(Action.READ, Action.WRITE))) {
            var other = new Actor("other", List.of(new Grant(true, actions, null, null, "/")));
            assertThatThrownBy(() -> replace.requireAllowed(other, asset.key(), 10))
                    .isInstanceOfSatisfying(
                            PlatformException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
        }
        assertThatThrownBy(() -> replace.requireAllowed(EDITOR, "jcr:00000000-0000-0000-0000-000000000000", 10))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ASSET_NOT_FOUND));
    }

    @Test
    void readersGetAPhotographThatDoesNotSayWhereItWasTaken() {
        var photo = HostileFiles.sample("photo.jpg");
        var asset = assets.upload(EDITOR, upload("photo.jpg", photo));

        var delivered = content(READER, Perspective.LIVE, asset);

        assertThat(content(EDITOR, Perspective.DRAFT, asset)).isEqualTo(photo);
        assertThat(delivered).hasSameSizeAs(photo).isNotEqualTo(photo);
        assertThat(text(delivered)).contains("Example Photographer").contains("A test pattern");
        trash.trash(EDITOR, asset.key());
        trash.restore(EDITOR, asset.key());
        assertThat(content(READER, Perspective.LIVE, asset)).isEqualTo(delivered);
    }

    @Test
    void aVectorPictureIsKeptWithItsDrawingAlone() {
        var svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" onload=\"alert(1)\" viewBox=\"0 0 9 9\">"
                        + "<script>alert(2)</script><style>@import url(//evil.example/x.css);</style><style>.a{fill:red}</style>"
                        + "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(3)</script></body></foreignObject>"
                        + "<a xlink:href=\"javascript:alert(4)\"><rect width=\"9\" height=\"9\"/></a>"
                        + "<rect class=\"a\" width=\"4\" height=\"4\" onclick=\"alert(5)\" fill=\"url(#g)\"/><use xlink:href=\"//evil.example/x.svg#y\"/>"
                        + "<animate attributeName=\"href\" to=\"javascript:alert(6)\"/><image href=\"https://evil.example/x.png\"/></svg>";

        var asset = assets.upload(EDITOR, upload("sign.svg", svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(asset.mimeType()).isEqualTo("image/svg+xml");
        assertThat(text(content(READER, Perspective.LIVE, asset)))
                .doesNotContain("alert", "evil.example", "javascript", "script", "foreignObject")
                .contains("viewBox=\"0 0 9 9\"", ".a{fill:red}", "url(#g)", "class=\"a\"");
        assertRefused(
                ErrorCode.INVALID_VALUE,
                () -> assets.upload(
                        EDITOR, upload("half.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g>".getBytes())));
    }

    @Test
    void whereEntriesShowAPictureNoRecordingTakesItsPlace() {
        var replace = new ReplaceFile(repository, MediaSettings.DEFAULT, id -> {}, CLOCK);
        var unused = assets.upload(EDITOR, upload("drawing.png", HostileFiles.sample("drawing.png")));
        replace.replace(EDITOR, unused.key(), upload("tone.mp3", HostileFiles.sample("tone.mp3")));

        var shown = assets.upload(EDITOR, upload("photo.jpg", HostileFiles.sample("photo.jpg")));
        entryThatShows(shown);
        var tone = upload("tone.mp3", HostileFiles.sample("tone.mp3"));
        assertThatThrownBy(() -> replace.replace(EDITOR, shown.key(), tone))
                .hasMessageContaining("/photo.jpg as image/jpeg; a file of the type audio/mpeg");
        assertThat(assets.find(READER, Perspective.LIVE, shown.key())
                        .orElseThrow()
                        .contentHash())
                .isEqualTo(shown.contentHash());
        replace.replace(EDITOR, shown.key(), upload("drawing.png", HostileFiles.sample("drawing.png")));
        var list = assets.upload(EDITOR, upload("list.txt", "A list".getBytes()));
        entryThatShows(list);
        replace.replace(EDITOR, list.key(), upload("strategy.pdf", HostileFiles.sample("strategy.pdf")));
    }

    private Location entryThatShows(Asset asset) {
        repository.register(new Workspace("champions", true, Map.of(), List.of("cat:champion"), List.of()));
        var entry = new Location(Perspective.DRAFT, "champions", "/one");
        repository.write(
                EDITOR,
                writer -> writer.put(
                        entry,
                        ContentNode.unstored(
                                "one",
                                "cat:champion",
                                Map.of(SystemProperties.REFERENCES, Value.texts(asset.id())),
                                List.of())));
        return entry;
    }

    @Test
    void anAssetInUseIsNotThrownAwayAndOneInTheTrashComesBack() {
        var asset = assets.upload(EDITOR, upload("a.txt", "text".getBytes()));
        var entry = entryThatShows(asset);

        assertThat(trash.usedBy(EDITOR, asset.key())).containsExactly(entry);
        assertRefused(ErrorCode.STILL_REFERENCED, () -> trash.trash(EDITOR, asset.key()));
        var librarian = new Actor(
                "librarian", List.of(new Grant(true, Set.of(Action.values()), null, Assets.WORKSPACE.name(), "/")));
        assertThat(trash.usedBy(librarian, asset.key()))
                .as("she may not look there")
                .isEmpty();
        assertRefused(ErrorCode.STILL_REFERENCED, () -> trash.trash(librarian, asset.key()));
        repository.write(EDITOR, writer -> {
            writer.remove(entry);
            return entry;
        });
        assertRefused(ErrorCode.BAD_REQUEST, () -> trash.purge(EDITOR, asset.key()));

        trash.trash(EDITOR, asset.key());
        var library = new AssetLibrary(repository);
        assertThat(assets.find(READER, Perspective.LIVE, asset.key())).isEmpty();
        assertThat(ids(library, false)).isEmpty();
        assertThat(ids(library, true)).containsExactly(asset.id());

        trash.restore(EDITOR, asset.key());
        assertThat(content(READER, Perspective.LIVE, asset)).isEqualTo("text".getBytes());
        assertThat(ids(library, false)).containsExactly(asset.id());

        trash.trash(EDITOR, asset.key());
        trash.purge(EDITOR, asset.key());
        assertRefused(ErrorCode.ASSET_NOT_FOUND, () -> trash.restore(EDITOR, asset.key()));
    }

    @Test
    void whenTheConsentEndsReadersDoNotGetTheAssetAnyMore() {
        var expire = new ExpireConsent(repository, trash, ended::add, CLOCK);
        var today = assets.upload(EDITOR, upload("today.txt", "today".getBytes()));
        var over = assets.upload(EDITOR, upload("over.txt", "over".getBytes()));
        describe.change(EDITOR, today.key(), null, Map.of(), Map.of("consentExpires", "2026-03-04"));
        assertThat(expire.expire()).isEmpty();

        var told = describe.change(EDITOR, over.key(), null, Map.of(), Map.of("consentExpires", "2026-03-03"));

        assertThat(ended).hasSize(1);
        assertThat(ended.getFirst().asset().id()).isEqualTo(over.id());
        assertThat(ended.getFirst().day()).isEqualTo("2026-03-03");
        assertThat(ended.getFirst().people()).containsExactly("editor");
        assertThat(told.isLive()).isFalse();
        assertThat(assets.find(READER, Perspective.LIVE, over.key())).isEmpty();
        assertThat(assets.find(READER, Perspective.LIVE, today.key())).isPresent();
        var tomorrow = Clock.offset(CLOCK, java.time.Duration.ofDays(1));
        assertThat(new ExpireConsent(repository, trash, ended::add, tomorrow).expire())
                .containsExactly(today.id());
        assertThat(assets.find(READER, Perspective.LIVE, today.key())).isEmpty();

        var renewed = describe.change(EDITOR, over.key(), null, Map.of(), Map.of("consentExpires", "2027-01-01"));
        assertThat(renewed.isLive()).isTrue();
        assertThat(assets.find(READER, Perspective.LIVE, over.key())).isPresent();
    }

    private static List<String> ids(AssetLibrary library, boolean trash) {
        return library.find(EDITOR, AssetQuery.of("", "/logos", false, trash, Map.of(), "title", 0, 10)).rows().stream()
                .map(row -> row.asset().id())
                .toList();
    }

    private byte[] content(Actor actor, Perspective perspective, Asset asset) {
        return assets.read(actor, perspective, asset.key(), (found, stream) -> stream.readAllBytes())
                .orElseThrow();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, "/logos", content.length, () -> new ByteArrayInputStream(content));
    }

    private static void assertRefused(ErrorCode code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
