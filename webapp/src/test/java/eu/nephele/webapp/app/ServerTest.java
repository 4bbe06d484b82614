package eu.nephele.webapp.app;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A test of the whole server over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerTest {

    TestingApplication server;

    @BeforeAll
    void start(@TempDir Path data) throws IOException, InterruptedException {
        server = TestingApplication.start(
                data,
                "--nephele.media.max-file-size=1MB",
                "--nephele.editor.max-body-size=100KB",
                "--nephele.spreadsheets.max-rows=9000");
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
