package eu.nephele.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What wrk measured at 16 connections for 10 seconds. */
record Throughput(double requestsPerSecond, double p99Millis) {

    private static final Pattern REQUESTS = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");

    static Throughput of(String url) throws IOException, InterruptedException {
        wrk(url, 5);
        var output = wrk(url, 10);
        var requests = REQUESTS.matcher(output);
        var p99 = P99.matcher(output);
        if (!requests.find() || !p99.find() || output.contains("Non-2xx")) {
            throw new IllegalStateException("wrk said: " + output);
        }
        var unit =
                switch (p99.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    default -> 1000;
                };
        return new Throughput(Double.parseDouble(requests.group(1)), Double.parseDouble(p99.group(1)) * unit);
    }

    private static String wrk(String url, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder("wrk", "-t1", "-c16", "-d" + seconds + "s", "--latency", url)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** The same bytes as a file from nginx with one worker a core, as it is installed. */
    static Throughput ofNginx(Path folder, byte[] body) throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var files = Files.createDirectories(folder.resolve("nginx"));
        Files.write(files.resolve("entry.json"), body);
        var configuration = files.resolve("nginx.conf");
        Files.writeString(
                configuration,
                """
                %3$sworker_processes auto;
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=100;
                  types { application/json json; }
                  server { listen 127.0.0.1:%2$d; root %1$s; }
                }
                """
                        .formatted(
                                files.toAbsolutePath(),
                                port,
                                // Started by root, the workers would otherwise run as somebody who may not read the folder.
                                System.getProperty("user.name").equals("root") ? "user root; " : ""));
        var nginx = new ProcessBuilder("nginx", "-c", configuration.toAbsolutePath().toString(), "-p", files.toString())
                .redirectErrorStream(true)
                .redirectOutput(files.resolve("nginx.log").toFile())
                .start();
        try {
            Thread.sleep(1000);
            return of("http://127.0.0.1:" + port + "/entry.json");
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    @Override
    public String toString() {
        return "%,.0f requests/s, p99 %.2f ms".formatted(requestsPerSecond, p99Millis);
    }
}
