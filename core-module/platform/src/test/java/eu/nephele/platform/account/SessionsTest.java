package eu.nephele.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final SessionSettings SETTINGS = new SessionSettings(Duration.ofHours(1), Duration.ofHours(3), 3);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private ContentRepository repository;
    private Sessions sessions;

    @BeforeEach
    void open() {
        repository = ContentRepository.open(RepositorySettings.inMemory());
        sessions = new Sessions(repository, SETTINGS, now::get);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void anotherNodeOnTheSameStoreKnowsItAndItsEnd() {
        var otherNode = new Sessions(repository, SETTINGS, now::get);
        var secret = sessions.open("ana", "here");

        assertThat(otherNode.find(secret).orElseThrow().user()).isEqualTo("ana");

        otherNode.close(secret);
        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void useMakesItLastButNotForEver() {
        var secret = sessions.open("ana", "here");
        for (var used = 0; used < 3; used++) {
            pass(Duration.ofMinutes(50));
            assertThat(sessions.find(secret)).isPresent();
        }

        pass(Duration.ofMinutes(30));
        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void unusedItEnds() {
        var secret = sessions.open("ana", "here");
        pass(Duration.ofHours(1));

        assertThat(sessions.find(secret)).isEmpty();
        assertThat(sessions.list()).isEmpty();
        assertThat(sessions.sweep()).isEqualTo(1);
    }

    @Test
    void oneMoreThanAllowedEndsTheOldestOfThatUser() {
        var others = sessions.open("bor", "here");
        var first = sessions.open("ana", "here");
        for (var more = 0; more < 3; more++) {
            pass(Duration.ofSeconds(1));
            sessions.open("ana", "here");
        }

        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(others)).isPresent();
        assertThat(sessions.list()).hasSize(4);
    }

    @Test
    void allOfAUserEndButTheOneThatIsKept() {
        var kept = sessions.open("ana", "here");
        var ended = sessions.open("ana", "there");
        var others = sessions.open("bor", "here");

        sessions.closeAllOf("ana", kept);

        assertThat(sessions.find(kept)).isPresent();
        assertThat(sessions.find(ended)).isEmpty();
        assertThat(sessions.find(others)).isPresent();
    }

    @Test
    void theIdEndsASessionAndOpensNone() {
        var secret = sessions.open("ana", "here");
        var id = sessions.list().getFirst().id();

        assertThat(secret).doesNotContain(id);
        assertThat(sessions.find(id)).isEmpty();
        assertThat(sessions.closeById(id)).isTrue();
        assertThat(sessions.closeById(id)).isFalse();
        assertThat(sessions.find(secret)).isEmpty();
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }
}
