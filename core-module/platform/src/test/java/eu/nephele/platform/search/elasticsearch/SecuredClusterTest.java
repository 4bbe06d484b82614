package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import eu.nephele.api.search.Query;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A real server with TLS, users and API keys: who is let in, and what those are told who are not. A front before it does what the server
 * does not do at will.
 */
class SecuredClusterTest {

    private static final String INDEX = "champion-live";
    private static final IndexSchema SCHEMA = new IndexSchema(INDEX, Map.of("topic", FieldKind.KEYWORD), 1);
    private static final String KEY = "a2V5LWlkOmtleS1zZWNyZXQ=";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Some until searches are refused at once, and some after that, one every two seconds. */
    private static final int TRIES_IN_VAIN = 6;

    @TempDir
    static Path folder;

    private static TestingAuthority authority;
    private static TestingAuthority another;
    private static TestingSecuredElasticsearch cluster;

    private final String prefix = TestingElasticsearch.newPrefix();
    private @Nullable TestingFront front;

    @BeforeAll
    static void start() throws Exception {
        authority = new TestingAuthority(folder, "authority");
        another = new TestingAuthority(folder, "another");
        cluster = new TestingSecuredElasticsearch(folder.resolve("cluster"), authority);
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @AfterEach
    void stop() {
        if (front != null) {
            front.close();
        }
        TestingElasticsearch.forget(prefix, INDEX);
    }

    private TestingFront secured(String name) throws Exception {
        front = TestingFront.secured(TestingElasticsearch.uri(), authority.identity(name));
        return front;
    }

    private ElasticsearchSettings settings(
            URI uri, @Nullable String key, @Nullable String user, @Nullable String password, @Nullable Path ca) {
        return new ElasticsearchSettings(
                List.of(uri), key, user, password, ca, prefix, ElasticsearchSettings.DEFAULT_SEARCH_TIMEOUT);
    }

    private ElasticsearchSettings withKey(URI uri, @Nullable String key) {
        return settings(uri, key, null, null, authority.certificate());
    }

    @Test
    void theRightApiKeyIsLetIn() throws Exception {
        assertWorks(withKey(cluster.uri(), cluster.newApiKey(prefix + "-*", prefix + "~*")));
    }

    @Test
    void theRightUserIsLetIn() throws Exception {
        cluster.putUser("nephele", "пароль:1", prefix + "-*", prefix + "~*");

        assertWorks(settings(cluster.uri(), null, "nephele", "пароль:1", authority.certificate()));
    }

    private void assertWorks(ElasticsearchSettings settings) {
        try (var engine = new ElasticsearchSearchEngine(settings)) {
            engine.open(SCHEMA);
            try (var build = engine.rebuild(SCHEMA)) {
                build.add(List.of(document("a")));
                build.finish(1);
            }
            engine.apply(INDEX, new IndexBatch(List.of(document("b")), List.of(), 2));
            assertThat(search(engine)).isEqualTo(2);
            assertThat(engine.revisions(INDEX, "", 10)).hasSize(2);
            var snapshot = engine.hold(List.of(INDEX));
            assertThat(search(engine, snapshot).snapshot()).isNotNull();
            engine.release(snapshot);
            awaitOver(engine, snapshot);
            // In the place of the one before, which is deleted.
            try (var build = engine.rebuild(SCHEMA)) {
                build.add(List.of(document("a")));
                build.finish(3);
            }
            assertThat(search(engine)).isEqualTo(1);
            assertThat(engine.position(INDEX)).isEqualTo(3);
            engine.drop(INDEX);
        }
    }

    private static IndexDocument document(String id) {
        return new IndexDocument(id, 1, Map.of("topic", List.of("wood")));
    }

    private static SearchResult search(ElasticsearchSearchEngine engine, String snapshot) {
        return engine.search(
                List.of(INDEX), SearchRequest.of(new Query.All(), 10).in(snapshot));
    }

    private static void awaitOver(ElasticsearchSearchEngine engine, String snapshot) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (search(engine, snapshot).snapshot() != null) {
            assertThat(System.nanoTime()).as("it may be ended").isLessThan(until);
        }
    }

    private static long search(ElasticsearchSearchEngine engine) {
        var request = SearchRequest.of(new Query.Terms("topic", Set.of("wood")), 10);
        return engine.search(List.of(INDEX), request).total();
    }

    @Test
    void aWrongApiKeyIsToldByTheNameOfItsSettingAndNeverPrinted() throws Exception {
        try (var engine = new ElasticsearchSearchEngine(withKey(cluster.uri(), "d3Jvbmc6a2V5"))) {
            assertUnavailable(() -> engine.open(SCHEMA), "the API key (nephele.search.elasticsearch.api-key)");
            assertThatThrownBy(() -> engine.open(SCHEMA)).hasMessageNotContaining("d3Jvbmc6a2V5");
        }
    }

    @Test
    void aWrongPasswordIsToldByTheUserAndTheSettings() throws Exception {
        cluster.putUser("another", "right-1", prefix + "-*", prefix + "~*");

        try (var engine = new ElasticsearchSearchEngine(
                settings(cluster.uri(), null, "another", "wrong", authority.certificate()))) {
            assertUnavailable(() -> search(engine), "user `another`", "nephele.search.elasticsearch.password");
        }
    }

    @Test
    void whoBringsNothingIsToldWhatToSet() throws Exception {
        try (var engine = new ElasticsearchSearchEngine(withKey(cluster.uri(), null))) {
            assertUnavailable(() -> engine.open(SCHEMA), "nephele.search.elasticsearch.api-key", "user");
        }
    }

    @Test
    void whoMayTooLittleIsToldWhatIsNeeded() throws Exception {
        for (var tooLittle : List.of("other-*", prefix + "-*", prefix + "~*")) {
            try (var engine = new ElasticsearchSearchEngine(withKey(cluster.uri(), cluster.newApiKey(tooLittle)))) {
                assertUnavailable(
                        () -> engine.open(SCHEMA),
                        "the privilege `all` on the indices `%1$s-*` and `%1$s~*`".formatted(prefix));
            }
        }
    }

    @Test
    void whileCredentialsAreRefusedSearchesDoNotTroubleTheClusterAndGoOnOnceTheyAreAccepted() throws Exception {
        var uri = secured("ip:127.0.0.1").acceptingApiKey(KEY).uri();
        try (var engine = new ElasticsearchSearchEngine(withKey(uri, KEY))) {
            engine.open(SCHEMA);
            try (var build = engine.rebuild(SCHEMA)) {
                build.add(List.of(document("a")));
                build.finish(1);
            }
            front.acceptingApiKey("bmV3OmtleQ==");
            for (var i = 0; i < 10; i++) {
                assertUnavailable(() -> search(engine), "nephele.search.elasticsearch.api-key");
            }
            assertThat(refusedSearches())
                    .as("after some refusals searches are not sent any more")
                    .isLessThan(10);

            front.acceptingApiKey(KEY);
            awaitSearch(engine);
        }
    }

    @Test
    void theLogTellsWhenSearchesAreRefusedAndAnsweredAgainAndNotEachTryBetween() throws Exception {
        var uri = secured("ip:127.0.0.1").acceptingApiKey(KEY).uri();
        var log = (Logger) LoggerFactory.getLogger(Connection.class);
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        log.addAppender(told);
        try (var engine = new ElasticsearchSearchEngine(withKey(uri, KEY))) {
            engine.open(SCHEMA);
            try (var build = engine.rebuild(SCHEMA)) {
                build.add(List.of(document("a")));
                build.finish(1);
            }
            front.acceptingApiKey("bmV3OmtleQ==");
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (refusedSearches() < TRIES_IN_VAIN) {
                assertThatThrownBy(() -> search(engine)).isInstanceOf(PlatformException.class);
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(50);
            }
            front.acceptingApiKey(KEY);
            awaitSearch(engine);
        } finally {
            log.detachAppender(told);
        }
        assertThat(told.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first).contains("refused", "nephele.search.elasticsearch.api-key"),
                        last -> assertThat(last).contains("answered again"));
    }

    /** Searches, and what is asked before one after some seconds: which index is meant. */
    private long refusedSearches() {
        return front.passed().stream().filter(one -> one.status() == 401).count();
    }

    private static void awaitSearch(ElasticsearchSearchEngine engine) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertThat(search(engine)).isEqualTo(1);
                return;
            } catch (PlatformException refused) {
                assertThat(System.nanoTime()).as(refused.getMessage()).isLessThan(end);
                Thread.sleep(100);
            }
        }
    }

    @Test
    void anUnknownAuthorityIsToldByTheNameOfItsSetting() throws Exception {
        var uri = secured("ip:127.0.0.1").uri();

        for (var ca : java.util.Arrays.asList(null, another.certificate())) {
            try (var engine = new ElasticsearchSearchEngine(settings(uri, KEY, null, null, ca))) {
                assertUnavailable(
                        () -> engine.open(SCHEMA),
                        "signed by an authority that is not trusted",
                        "nephele.search.elasticsearch.ca-certificate");
                assertUnavailable(() -> search(engine), "nephele.search.elasticsearch.ca-certificate");
            }
        }
        assertThat(front.passed()).as("the key was sent to nobody").isEmpty();
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        var uri = secured("dns:search.example.org").uri();

        try (var engine = new ElasticsearchSearchEngine(withKey(uri, KEY))) {
            assertUnavailable(() -> engine.open(SCHEMA), "nephele.search.elasticsearch.uris");
        }
        assertThat(front.passed()).isEmpty();
    }

    @Test
    void anAddressWithoutTlsIsTold() throws Exception {
        front = TestingFront.open(TestingElasticsearch.uri());
        var uri = URI.create("https://127.0.0.1:" + front.uri().getPort());

        try (var engine = new ElasticsearchSearchEngine(withKey(uri, KEY))) {
            assertUnavailable(() -> engine.open(SCHEMA), "nephele.search.elasticsearch.uris");
        }
    }

    @Test
    void whatIsNoCertificateIsRefusedAtTheStart() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.pem"));
        var text = Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nno\n");

        for (var file : List.of(empty, text)) {
            assertThatThrownBy(() -> new ElasticsearchSearchEngine(
                            settings(URI.create("https://127.0.0.1:9"), KEY, null, null, file)))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("nephele.search.elasticsearch.ca-certificate")
                    .hasMessageContaining(file.toString());
        }
    }

    private static void assertUnavailable(ThrowingCallable deed, String... told) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SEARCH_UNAVAILABLE))
                .message()
                .contains(told);
    }
}
