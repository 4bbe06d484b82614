package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the files of an organisation may take together. */
class QuotaTest {

    private static final Actor DRAVA = member("ana", "drava");
    private static final Actor MORAVA = member("ben", "morava", "zeta");
    private static final Actor NOBODYS = Actor.administrator("admin");
    private static final MediaSettings SETTINGS = new MediaSettings(10_000, false, 1_000, Map.of("morava", 3_000L));

    private final ContentRepository repository = ContentRepository.open(RepositorySettings.inMemory());
    private final Assets assets = new Assets(repository, SETTINGS, Clock.systemUTC());
    private final Quota quota = new Quota(repository, SETTINGS);

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void whatHasNoRoomBesideTheOthersFilesIsRefusedBeforeAndAfterItIsSent() {
        assets.upload(DRAVA, upload("a.bin", 600));
        assets.requireRoom(DRAVA, 400);
        assertFull(() -> assets.requireRoom(DRAVA, 401), "drava");
        assertFull(() -> assets.upload(DRAVA, upload("b.bin", 401)), "drava");

        assets.upload(DRAVA, upload("b.bin", 400));
        assertThat(quota.of(DRAVA)).hasValue(new Quota.Use("drava", 1_000, 1_000));
        assertFull(() -> assets.upload(DRAVA, upload("c.bin", 1)), "drava");
        assets.upload(MORAVA, upload("c.bin", 2_500));
        assertThat(quota.of(MORAVA)).hasValue(new Quota.Use("morava", 2_500, 3_000));
        assets.upload(NOBODYS, upload("d.bin", 9_000));
        assertThat(quota.of(NOBODYS)).isEmpty();
    }

    @Test
    void anotherFileInPlaceCountsByWhatItAddsAndTheTrashCountsUntilItIsEmptied() {
        var asset = assets.upload(DRAVA, upload("a.bin", 900));
        var replace = new ReplaceFile(repository, SETTINGS, id -> {}, Clock.systemUTC());
        replace.replace(NOBODYS, asset.key(), upload("a.bin", 1_000));
        assertFull(() -> replace.replace(NOBODYS, asset.key(), upload("a.bin", 1_001)), "drava");

        var trash = new TrashAsset(repository, Clock.systemUTC());
        trash.trash(NOBODYS, asset.key());
        assertFull(() -> assets.requireRoom(DRAVA, 1), "drava");
        trash.purge(NOBODYS, asset.key());
        assets.requireRoom(DRAVA, 1_000);
    }

    @Test
    void withoutAQuotaThereIsNone() {
        var free = new Quota(repository, new MediaSettings(10_000));
        free.requireRoom(DRAVA, Long.MAX_VALUE);
        assertThat(free.of(DRAVA)).hasValue(new Quota.Use("drava", 0, 0));
    }

    private static void assertFull(Runnable deed, String organisation) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(PlatformException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
            assertThat(refusal.getMessage()).contains("The files of " + organisation);
            assertThat(refusal.details()).containsKeys("organisation", "used", "allowed");
        });
    }

    private static Actor member(String name, String... organisations) {
        return new Actor(name, List.of(Actor.everything("test")), List.of(), Set.of(organisations), List.of());
    }

    private static Upload upload(String name, int size) {
        return new Upload(name, "/uploads", size, () -> new ByteArrayInputStream(new byte[size]));
    }
}
