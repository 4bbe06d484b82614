package eu.nephele.platform.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A real server of the S3 protocol in a process of its own, one for all tests of a run, with an empty prefix for each who asks. */
public final class TestingS3 {

    private static final String BUCKET = "binaries";
    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private TestingS3() {}

    public static BinarySettings.S3 bucket(String prefix) {
        return in(BUCKET, prefix);
    }

    private static BinarySettings.S3 in(String bucket, String prefix) {
        return new BinarySettings.S3(
                URI.create("http://127.0.0.1:" + Server.PORT), "eu-central-1", bucket, prefix, "test", "test", true);
    }

    /** Another bucket with all that this one has below its prefix. */
    public static BinarySettings.S3 copyOf(BinarySettings.S3 settings) {
        var copy = in("copy-" + UUID.randomUUID(), settings.prefix());
        try (var client = S3Bucket.client(settings)) {
            client.createBucket(request -> request.bucket(copy.bucket()));
            client.listObjectsV2Paginator(
                            request -> request.bucket(settings.bucket()).prefix(settings.prefix()))
                    .contents()
                    .forEach(object -> client.copyObject(request -> request.sourceBucket(settings.bucket())
                            .sourceKey(object.key())
                            .destinationBucket(copy.bucket())
                            .destinationKey(object.key())));
        }
        return copy;
    }

    private static final class Server {

        private static final int PORT = start();

        private static int start() {
            try {
                var port = freePort();
                var root = Files.createTempDirectory("s3");
                var process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx200m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar(),
                                "--server.port=0",
                                "--http.port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(root.resolve("log").toFile());
                process.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", BUCKET);
                process.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_ROOT", root.toString());
                var server = process.start();
                Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
                awaitBucket(port, server, root);
                return port;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void awaitBucket(int port, Process server, Path root) throws IOException {
            var end = System.nanoTime() + PATIENCE_NANOS;
            var settings = new BinarySettings.S3(
                    URI.create("http://127.0.0.1:" + port), "eu-central-1", BUCKET, "", "test", "test", true);
            try (var bucket = new S3Bucket(settings)) {
                while (true) {
                    try {
                        bucket.requireThere();
                        return;
                    } catch (RuntimeException notYet) {
                        if (!server.isAlive() || System.nanoTime() > end) {
                            throw new IllegalStateException(Files.readString(root.resolve("log")), notYet);
                        }
                        LockSupport.parkNanos(100_000_000);
                    }
                }
            }
        }

        private static String jar() {
            return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(java.io.File.pathSeparator))
                    .filter(path -> path.contains("s3mock"))
                    .findFirst()
                    .orElseThrow();
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
