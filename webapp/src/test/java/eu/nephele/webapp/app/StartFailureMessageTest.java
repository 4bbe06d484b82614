package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads when the server does not start: one sentence, and no stack trace. */
class StartFailureMessageTest {

    @TempDir
    Path data;

    @Test
    void aTakenPortIsNamedWithTheCure() throws Exception {
        try (var other = new ServerSocket(0)) {
            assertThat(errorsOfStart("--server.port=" + other.getLocalPort()))
                    .isEqualTo("nephele: port %d is taken by another program; choose another one with --port.\n"
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void anUnknownSettingIsNamed() {
        assertThat(errorsOfStart("--server.port=0", "--nephele.sample-contents=false"))
                .isEqualTo(
                        "nephele: nephele.sample-contents: there is no such setting; config/application.yaml shows those there are.\n");
    }

    @Test
    void whatARoomRefusesIsSaidInItsOwnWords() {
        var failure = new IllegalStateException(new PlatformException(ErrorCode.STORE_UNAVAILABLE, "The disk is full"));

        assertThat(new StartFailure().analyze(failure).getDescription()).isEqualTo("The disk is full");
    }

    private String errorsOfStart(String... settings) {
        var bytes = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            TestingApplication.start(data, settings).close();
        } catch (Exception expected) {
            // Its message has been told already: that is what this test reads.
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
