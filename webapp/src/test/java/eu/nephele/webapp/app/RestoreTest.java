package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.repository.BinarySettings;
import eu.nephele.platform.repository.PostgresqlSettings;
import eu.nephele.platform.repository.TestingPostgresql;
import eu.nephele.platform.repository.TestingS3;
import eu.nephele.platform.search.elasticsearch.TestingElasticsearch;
import eu.nephele.webapp.app.TestingApplication.Answer;
import eu.nephele.webapp.http.LocalToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * What docs/operations.md says of backup and restore with PostgreSQL, on the whole server: the backup is made while entries are
 * written, and work goes on after it.
 */
class RestoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ARTICLES = "/.rest/delivery/articles";

    @TempDir
    Path folder;

    private final byte[] report = bytes(3_000_000);
    private final byte[] note = bytes(900);
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private String reportId = "";
    private String noteId = "";
    private String thrownAwayId = "";
    private String keptId = "";
    private String deletedId = "";

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** On a new machine: nothing of the node's data folder is left. */
    @Test
    void fromADumpAndACopyOfTheBucket() throws Exception {
        var bucket = TestingS3.bucket(folder.getFileName() + "/");
        requireRestored(folder.resolve("new"), bucket, () -> TestingS3.copyOf(bucket));
    }

    /** All nodes share what Elasticsearch keeps, and it knows of changes that the restored database has never heard of. */
    @Test
    void fromADumpAndACopyOfTheFolderWithAnIndexInElasticsearch() throws Exception {
        var files = new BinarySettings.Folder(folder.resolve("binaries"));
        requireRestored(
                folder.resolve("node"),
                files,
                () -> {
                    var copy = new BinarySettings.Folder(folder.resolve("restored"));
                    FileSystemUtils.copyRecursively(files.path(), copy.path());
                    return copy;
                },
                "--nephele.search.engine=elasticsearch",
                "--nephele.search.elasticsearch.uris=" + TestingElasticsearch.uri(),
                "--nephele.search.elasticsearch.timeout=15s",
                "--nephele.search.elasticsearch.index-prefix=" + TestingElasticsearch.newPrefix());
    }

    private interface Copy {
        BinarySettings make() throws IOException;
    }

    /** @param data of the node that serves what was restored */
    private void requireRestored(Path data, BinarySettings files, Copy copy, String... search) throws Exception {
        var database = TestingPostgresql.database();
        List<String> before;
        PostgresqlSettings restoredDatabase;
        BinarySettings restoredFiles;
        try (var server = start(folder.resolve("node"), database, files, search)) {
            fill(server);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writer = threads.submit(() -> writeOn(server));
                await(server, () -> written.size() > 2);
                before = List.copyOf(written);
                restoredDatabase = TestingPostgresql.restoredCopyOf(database);
                restoredFiles = copy.make();
                writing.set(false);
                writer.get();
            }
            goOn(server);
        }
        FileSystemUtils.deleteRecursively(folder.resolve("node/index"));
        try (var server = start(data, restoredDatabase, restoredFiles, search)) {
            requireAll(server, before);
            requireNothingLater(server);
            requireIndexWhole(server);
            requireWorkGoesOn(server);
        }
    }

    private static TestingApplication start(
            Path data, PostgresqlSettings database, BinarySettings files, String... search)
            throws IOException, InterruptedException {
        var settings = new ArrayList<>(List.of(search));
        settings.addAll(List.of(
                "--nephele.watch=false",
                "--nephele.sample-content=false",
                "--nephele.repository.store=postgresql",
                "--nephele.repository.postgresql.url=" + database.url(),
                "--nephele.repository.postgresql.user=" + database.user(),
                "--nephele.repository.postgresql.password=" + database.password(),
                "--nephele.repository.postgresql.node-timeout=4s"));
        settings.addAll(
                switch (files) {
                    case BinarySettings.Folder(Path path) -> List.of("--nephele.repository.binaries.folder=" + path);
                    case BinarySettings.S3 s3 ->
                        List.of(
                                "--nephele.repository.binaries.s3.endpoint=" + s3.endpoint(),
                                "--nephele.repository.binaries.s3.bucket=" + s3.bucket(),
                                "--nephele.repository.binaries.s3.prefix=" + s3.prefix(),
                                "--nephele.repository.binaries.s3.access-key=" + s3.accessKey(),
                                "--nephele.repository.binaries.s3.secret-key=" + s3.secretKey(),
                                "--nephele.repository.binaries.s3.path-style=true");
                });
        return TestingApplication.start(data, settings.toArray(String[]::new));
    }

    private void fill(TestingApplication server) throws Exception {
        reportId = upload(server, "report.bin", report);
        noteId = upload(server, "note.bin", note);
        thrownAwayId = upload(server, "thrown-away.bin", bytes(50_000));
        keptId = create(server, "kept", "Forest");
        publish(server, keptId);
        change(server, keptId, "\"title\":\"Timber\",\"cover\":\"%s\"".formatted(reportId));
        publish(server, keptId);
        change(server, keptId, "\"title\":\"Plywood\"");
        deletedId = create(server, "deleted", "Furniture");
        publish(server, deletedId);
        create(server, "draft", "Sawmill");
    }

    /** Somebody works while the backup is made. */
    private Void writeOn(TestingApplication server) throws Exception {
        for (var number = 0; writing.get(); number++) {
            var name = "written-" + number;
            publish(server, create(server, name, "Written"));
            written.add(name);
        }
        return null;
    }

    /** After the backup: all of this is gone with what was restored. */
    private void goOn(TestingApplication server) throws Exception {
        require(204, admin(server, "DELETE", "/.rest/editor/v1/assets/" + thrownAwayId, ""));
        require(204, admin(server, "DELETE", "/.rest/editor/v1/assets/" + thrownAwayId + "?purge=true", ""));
        require(202, admin(server, "DELETE", ENTRIES + "article/" + deletedId, ""));
        publish(server, deletedId);
        for (var title : List.of("Later once", "Later twice")) {
            change(server, keptId, "\"title\":\"%s\"".formatted(title));
            publish(server, keptId);
        }
        publish(server, create(server, "later", "Later still"));
        await(server, () -> total(server, "?q=later") == 2);
    }

    private void requireAll(TestingApplication server, List<String> before) throws Exception {
        assertThat(live(server, "kept")).isEqualTo("Timber");
        assertThat(draft(server, keptId).at("/properties/title").asString()).isEqualTo("Plywood");
        assertThat(draft(server, keptId).get("state").asString()).isEqualTo("modified");
        assertThat(require(200, admin(server, "GET", ENTRIES + "article/" + keptId + "/versions", ""))
                        .json()
                        .get("versions"))
                .as("one for each publication")
                .hasSize(2);
        assertThat(live(server, "deleted")).isEqualTo("Furniture");
        assertThat(server.get(ARTICLES + "/draft").status()).isEqualTo(404);
        for (var name : before) {
            assertThat(live(server, name)).isEqualTo("Written");
        }
        assertThat(server.get("/dam/" + reportId).response().body()).isEqualTo(report);
        assertThat(server.get("/dam/" + noteId).response().body()).isEqualTo(note);
        assertThat(server.get("/dam/" + thrownAwayId).response().body()).isEqualTo(bytes(50_000));

        await(server, () -> total(server, "?q=timber") == 1 && total(server, "?q=furniture") == 1);
        assertThat(total(server, "?q=written")).isGreaterThanOrEqualTo(before.size());
        assertThat(require(200, admin(server, "GET", ENTRIES + "article?q=sawmill", ""))
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private void requireNothingLater(TestingApplication server) throws Exception {
        assertThat(server.get(ARTICLES + "/later").status()).isEqualTo(404);
        assertThat(total(server, "?q=later")).isZero();
        // What was under way during the dump is wholly there or not at all.
        var there = 0;
        for (var name : written) {
            there += server.get(ARTICLES + "/" + name).status() == 200 ? 1 : 0;
        }
        assertThat(total(server, "?q=written")).isEqualTo(there);
    }

    private static void requireIndexWhole(TestingApplication server) throws Exception {
        await(
                server,
                () -> admin(server, "GET", "/.rest/ops/status", "")
                        .json()
                        .get("keepsIndex")
                        .asBoolean());
        var verified = require(200, admin(server, "POST", "/.rest/ops/index/verify", ""));
        assertThat(verified.json().get("whole").asBoolean()).as(verified.text()).isTrue();
    }

    private void requireWorkGoesOn(TestingApplication server) throws Exception {
        change(server, keptId, "\"title\":\"Restored\"");
        publish(server, keptId);
        var uploaded = upload(server, "after.bin", bytes(60_000));
        assertThat(server.get("/dam/" + uploaded).response().body()).isEqualTo(bytes(60_000));
        await(server, () -> total(server, "?q=restored") == 1 && total(server, "?q=timber") == 0);
        requireIndexWhole(server);
    }

    /** As a command on this machine, which spares each request the slow check of a password. */
    private static Answer admin(TestingApplication server, String method, String path, String body) throws Exception {
        return server.as(LocalToken.NAME, server.bean(LocalToken.class).text(), method, path, body);
    }

    private static String upload(TestingApplication server, String name, byte[] content) throws Exception {
        return require(201, server.upload(name, content)).json().get("@id").asString();
    }

    private static String create(TestingApplication server, String name, String title) throws Exception {
        var body = "{\"@name\":\"%s\",\"title\":\"%s\"}".formatted(name, title);
        return require(201, admin(server, "POST", ENTRIES + "article", body))
                .json()
                .get("@id")
                .asString();
    }

    /** The nodes that ran when the dump was made count as dead, and nothing is written until they are recovered. */
    private static void change(TestingApplication server, String id, String properties) throws Exception {
        await(server, () -> {
            var revision = draft(server, id).get("revision").asLong();
            var body = "{\"revision\":%d,%s}".formatted(revision, properties);
            var answer = admin(server, "PATCH", ENTRIES + "article/" + id, body);
            assertThat(answer.status()).as(answer.text()).isIn(200, 503);
            return answer.status() == 200;
        });
    }

    private static void publish(TestingApplication server, String id) throws Exception {
        require(200, admin(server, "POST", ENTRIES + "article/" + id + "/publish", ""));
    }

    private static String live(TestingApplication server, String name) throws Exception {
        return require(200, server.get(ARTICLES + "/" + name))
                .json()
                .get("title")
                .asString();
    }

    private static JsonNode draft(TestingApplication server, String id) throws Exception {
        return require(200, admin(server, "GET", ENTRIES + "article/" + id, "")).json();
    }

    /** -1 where searching is not possible yet. */
    private static int total(TestingApplication server, String query) throws Exception {
        var answer = server.get(ARTICLES + query);
        return answer.status() == 200 ? answer.json().get("total").asInt() : -1;
    }

    private static Answer require(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(TestingApplication server, Condition condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime())
                    .as(admin(server, "GET", "/.rest/ops/status", "").text())
                    .isLessThan(end);
            Thread.sleep(50);
        }
    }
}
