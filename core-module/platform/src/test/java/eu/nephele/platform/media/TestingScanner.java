package eu.nephele.platform.media;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for ClamAV's daemon that speaks its protocol (INSTREAM, as clamd(8) describes it) over TCP or a socket of Unix. It finds the word VIRUS, hangs up on
 * the word HANGUP, and takes a million bytes.
 */
public final class TestingScanner implements AutoCloseable {

    public static final String SIGNATURE = "Test.Virus";
    private static final int LARGEST = 1_000_000;

    private final ServerSocketChannel server;
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    private TestingScanner(ServerSocketChannel server) {
        this.server = server;
        Thread.ofVirtual().name("testing-scanner").start(this::listen);
    }

    /** @param port 0 for a free one */
    public static TestingScanner onPort(int port) throws IOException {
        return new TestingScanner(ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", port)));
    }

    public static TestingScanner at(UnixDomainSocketAddress socket) throws IOException {
        return new TestingScanner(
                ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX).bind((SocketAddress) socket));
    }

    public int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    public String address() throws IOException {
        return "tcp://127.0.0.1:" + port();
    }

    /** The sizes of the files that it has seen. */
    public List<Integer> sizes() {
        return sizes;
    }

    private void listen() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            var input = new DataInputStream(Channels.newInputStream(client));
            var command = new String(input.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) {
                say(client, "UNKNOWN COMMAND");
                return;
            }
            var file = new ByteArrayOutputStream();
            for (int length; (length = input.readInt()) > 0; ) {
                file.write(input.readNBytes(length));
                if (file.size() > LARGEST) {
                    say(client, "INSTREAM size limit exceeded. ERROR");
                    return;
                }
            }
            sizes.add(file.size());
            var text = file.toString(StandardCharsets.ISO_8859_1);
            if (!text.contains("HANGUP")) {
                say(client, text.contains("VIRUS") ? "stream: %s FOUND".formatted(SIGNATURE) : "stream: OK");
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void say(SocketChannel client, String answer) throws IOException {
        Channels.newOutputStream(client).write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
