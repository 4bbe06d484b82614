package eu.nephele.platform.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** ClamAV's daemon, over TCP or a socket of Unix: the file is streamed to it (INSTREAM), so that it needs no access to our files. */
public final class ClamAv implements VirusScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.*) FOUND");
    private static final int PART = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final SocketAddress address;
    private final Duration longest;

    /** @param longest that scanning one file may take */
    ClamAv(SocketAddress address, Duration longest) {
        this.address = address;
        this.longest = longest;
    }

    /** @param address {@code tcp://<host>:<port>} or {@code unix:<path>}; others are refused with IllegalArgumentException */
    public static ClamAv at(String address, Duration longest) {
        if (address.startsWith("unix:/")) {
            return new ClamAv(UnixDomainSocketAddress.of(address.substring("unix:".length())), longest);
        }
        var uri = address.startsWith("tcp://") ? URI.create(address) : null;
        if (uri == null || uri.getHost() == null || uri.getPort() < 0) {
            throw new IllegalArgumentException(
                    "`%s` is no address of a virus scanner: write tcp://localhost:3310 or unix:/run/clamav/clamd.ctl"
                            .formatted(address));
        }
        return new ClamAv(InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort()), longest);
    }

    @Override
    public Verdict scan(InputStream content) throws IOException {
        try (var channel = open()) {
            var watch = Thread.ofVirtual().start(() -> closeAfter(channel));
            try {
                return verdict(answer(channel, content));
            } finally {
                watch.interrupt();
            }
        }
    }

    private SocketChannel open() throws IOException {
        // The name is looked up each time: a scanner in a container comes back at another address.
        return SocketChannel.open(
                address instanceof InetSocketAddress named
                        ? new InetSocketAddress(named.getHostString(), named.getPort())
                        : address);
    }

    private void closeAfter(SocketChannel channel) {
        try {
            Thread.sleep(longest);
            channel.close();
        } catch (InterruptedException | IOException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(SocketChannel channel, InputStream content) throws IOException {
        try {
            send(channel, content);
        } catch (IOException broken) {
            // It has hung up within the file, mostly because the file is too large for it: then it has said so before.
            var said = read(channel);
            if (said.isEmpty()) {
                throw broken;
            }
            return said;
        }
        return read(channel);
    }

    private static void send(SocketChannel channel, InputStream content) throws IOException {
        write(channel, ByteBuffer.wrap(COMMAND));
        var part = ByteBuffer.allocate(4 + PART);
        for (int length; (length = content.readNBytes(part.array(), 4, PART)) > 0; ) {
            part.clear().putInt(length).position(0).limit(4 + length);
            write(channel, part);
        }
        write(channel, ByteBuffer.allocate(4));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(SocketChannel channel) throws IOException {
        var answer = new ByteArrayOutputStream();
        var part = ByteBuffer.allocate(512);
        while (answer.size() < LONGEST_ANSWER && channel.read(part.clear()) >= 0) {
            for (part.flip(); part.hasRemaining(); ) {
                var next = part.get();
                if (next == 0) {
                    return answer.toString(StandardCharsets.UTF_8);
                }
                answer.write(next);
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static Verdict verdict(String answer) throws IOException {
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Infected(found.group(1));
        }
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.contains("size limit exceeded")) {
            return new Verdict.NotScanned(
                    "the file is larger than what the virus scanner takes (StreamMaxLength in its clamd.conf)");
        }
        throw new IOException(answer.isEmpty() ? "the virus scanner hung up without an answer" : answer);
    }
}
