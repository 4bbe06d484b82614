package eu.nephele.bench;

import eu.nephele.platform.media.HostileFiles;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code bench media [--megabytes N]}: uploads beside the disk's own speed, what reading a file takes by its type, pictures beside nginx, many readers of one
 * film, and what readers notice while hostile files come in. About three minutes.
 */
final class MediaBench {

    private static final int MEGABYTE = 1024 * 1024;
    private static final List<String> SAMPLES = List.of(
            "film.mp4",
            "portrait.mov",
            "film.webm",
            "tone.mp3",
            "photo.jpg",
            "drawing.png",
            "moving.gif",
            "strategy.pdf",
            "letter.docx",
            "table.xlsx",
            "slides.pptx",
            "letter.odt");
    private static final int READERS = 100;
    private static final int RANGES_OF_A_READER = 10;
    private static final int PICTURES = 60;
    private static final int SECONDS_OF_PEACE = 15;

    private final Path folder;
    private final RunningServer server;
    private final MediaClient client;
    private final int megabytes;
    private final Map<String, String> figures = new LinkedHashMap<>();

    private MediaBench(Path folder, RunningServer server, int megabytes) {
        this.folder = folder;
        this.server = server;
        this.client = new MediaClient(server);
        this.megabytes = megabytes;
    }

    static void run(Path root, List<String> options) throws Exception {
        var megabytes = options.isEmpty() ? 1024 : Integer.parseInt(options.get(1));
        var folder = Files.createTempDirectory("nephele-bench-media-");
        var data = folder.resolve("data");
        try (var server = RunningServer.start(root, data, "/.rest/ops/health/ready")) {
            var bench = new MediaBench(folder, server, megabytes);
            var film = bench.upload();
            bench.ranges(film);
            bench.reading();
            bench.pictures();
            bench.hostile();
            System.out.printf("%n| figure | |%n|---|---|%n");
            bench.figures.forEach((figure, value) -> System.out.printf("| %s | %s |%n", figure, value));
            Bench.printMachine();
        } finally {
            Bench.delete(folder);
        }
    }

    private void tell(String figure, String value) {
        figures.put(figure, value);
        System.out.printf("%s: %s%n", figure, value);
    }

    private MediaClient.Sent upload() throws IOException, InterruptedException {
        var disk = diskSpeed();
        tell("the disk itself, written and forced", "%,.0f MB/s".formatted(disk));
        var start = System.nanoTime();
        var film = client.sendLarge("film.bin", (long) megabytes * MEGABYTE);
        var speed = megabytes / seconds(start);
        tell(
                "upload of %,d MB, resumable, until it is kept".formatted(megabytes),
                "%,.0f MB/s (%.0f %% of the disk)".formatted(speed, 100 * speed / disk));
        client.awaitRead(film);
        return film;
    }

    private double diskSpeed() throws IOException {
        var part = new byte[4 * MEGABYTE];
        new Random(2).nextBytes(part);
        var file = folder.resolve("speed.bin");
        var start = System.nanoTime();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var written = 0; written < megabytes; written += 4) {
                var bytes = ByteBuffer.wrap(part);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        var speed = megabytes / seconds(start);
        Files.delete(file);
        return speed;
    }

    /** A hundred readers at once, each with a megabyte here and there of the large file. */
    private void ranges(MediaClient.Sent film) throws Exception {
        var bytes = (long) megabytes * MEGABYTE;
        var latencies = new Latencies();
        var together = new CountDownLatch(1);
        var start = 0L;
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = new ArrayList<Future<Long>>();
            for (var reader = 0; reader < READERS; reader++) {
                var random = new Random(reader);
                reading.add(readers.submit(() -> {
                    together.await();
                    for (var range = 0; range < RANGES_OF_A_READER; range++) {
                        var first = (long) (random.nextDouble() * (bytes - MEGABYTE));
                        var nanos = range(film, first);
                        synchronized (latencies) {
                            latencies.add(nanos);
                        }
                    }
                    return 0L;
                }));
            }
            start = System.nanoTime();
            together.countDown();
            for (var reader : reading) {
                reader.get();
            }
        }
        var total = READERS * RANGES_OF_A_READER;
        tell(
                "%d readers at once, ranges of 1 MB".formatted(READERS),
                "%,.0f MB/s; a range %s".formatted(total / seconds(start), latencies));
    }

    private long range(MediaClient.Sent film, long first) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var answer = server.send(
                server.request(film.link()).header("Range", "bytes=%d-%d".formatted(first, first + MEGABYTE - 1)),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 206 || answer.body().length != MEGABYTE) {
            throw new IllegalStateException("A range was answered with %d, %d bytes"
                    .formatted(answer.statusCode(), answer.body().length));
        }
        return System.nanoTime() - begun;
    }

    /** From the answer to the upload until what the file says is known; the first of all starts the process that reads. */
    private void reading() throws IOException, InterruptedException {
        client.awaitRead(client.send("first.txt", "first".getBytes()));
        for (var sample : SAMPLES) {
            var content = HostileFiles.sample(sample);
            var latencies = new Latencies();
            for (var time = 0; time < 5; time++) {
                var start = System.nanoTime();
                client.awaitRead(client.send(sample, content));
                latencies.add(System.nanoTime() - start);
            }
            tell(
                    "upload and reading of %s (%,d KB)".formatted(sample, content.length / 1024),
                    "p50 %.0f ms".formatted(latencies.millis(0.5)));
        }
    }

    private void pictures() throws IOException, InterruptedException {
        var photo = client.send("photo.jpg", HostileFiles.sample("photo.jpg"));
        var links = new ArrayList<String>();
        for (var picture = 0; picture < PICTURES; picture++) {
            links.add(client.pictureLink(photo, "w%d-h%d-cover-jpeg".formatted(100 + 3 * picture, 90 + 2 * picture)));
        }
        tell("a picture in a size of its own, cold", latencies(links).toString());
        tell("the same, warm, one connection", latencies(links).toString());
        var body = server.get(links.getFirst()).body();
        tell(
                "the same, warm, 16 connections (%,d bytes)".formatted(body.length),
                Throughput.of(server.url(links.getFirst())).toString());
        tell("nginx, the same bytes as a file", Throughput.ofNginx(folder, body).toString());
    }

    private Latencies latencies(List<String> links) throws IOException, InterruptedException {
        var latencies = new Latencies();
        for (var link : links) {
            var start = System.nanoTime();
            if (server.get(link).statusCode() != 200) {
                throw new IllegalStateException(link);
            }
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }

    /** What a reader notices, who asks a hundred times a second for one file's entry while others upload bombs: the whole corpus once, then all they can. */
    private void hostile() throws Exception {
        var document = client.send("strategy.pdf", HostileFiles.sample("strategy.pdf"));
        client.awaitRead(document);
        var path = "/.rest/delivery/assets" + document.path();
        var corpus = HostileFiles.all("http://127.0.0.1:1/");
        // Once before it counts: else the compiler's work on both is measured.
        corpus.forEach((name, content) -> upload(new AtomicBoolean(), name, content, new int[1]));
        peace(path, SECONDS_OF_PEACE);
        var before = peace(path, SECONDS_OF_PEACE);
        tell("an entry, 100 times a second", before.toString());
        var pause = TimeUnit.SECONDS.toMillis(2 * SECONDS_OF_PEACE) / corpus.size();
        hostile(path, corpus, before, "the same while %d hostile files are uploaded, all there are within half a minute", pause);
        hostile(path, corpus, before, "the same while %d hostile files are uploaded, one after the other without pause", 0);
    }

    private void hostile(String path, Map<String, byte[]> corpus, Latencies before, String figure, long pauseMillis)
            throws Exception {
        var done = new AtomicBoolean();
        var sent = new int[1];
        var uploader = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                corpus.forEach((name, content) -> {
                    upload(done, name, content, sent);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
                });
            }
        });
        var during = peace(path, 2 * SECONDS_OF_PEACE);
        done.set(true);
        uploader.join(TimeUnit.MINUTES.toMillis(1));
        tell(
                figure.formatted(sent[0]),
                "%s (p99 %+.0f %%)"
                        .formatted(during, 100 * (during.millis(0.99) / before.millis(0.99) - 1)));
    }

    private void upload(AtomicBoolean done, String name, byte[] content, int[] sent) {
        if (!done.get()) {
            try {
                client.tryToSend(name, content);
                sent[0]++;
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(name, failure);
            }
        }
    }

    private Latencies peace(String path, int seconds) throws IOException, InterruptedException {
        var latencies = new Latencies();
        var next = System.nanoTime();
        for (var end = next + TimeUnit.SECONDS.toNanos(seconds); next < end; ) {
            var start = System.nanoTime();
            if (server.get(path).statusCode() != 200) {
                throw new IllegalStateException(path);
            }
            latencies.add(System.nanoTime() - start);
            next += 10_000_000;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
        }
        return latencies;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
