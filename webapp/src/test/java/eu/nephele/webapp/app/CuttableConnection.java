package eu.nephele.webapp.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between nodes and their database: passes all bytes on until it is cut. */
final class CuttableConnection implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CuttableConnection(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("network").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on nothing passes: what is open hangs silently, as when a cable is pulled, and new connections get no answer. */
    void cut() {
        cut = true;
    }

    /** What hung is reset, new connections pass. */
    void mend() {
        cut = false;
        open.forEach(CuttableConnection::close);
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                open.add(near);
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        if (cut) {
            return;
        }
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(far);
            // As database and driver have it: what is passed on in pieces must not wait for acknowledgements of the
            // piece before.
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(near, far));
            pass(far, near);
        } catch (IOException unreachable) {
            close(near);
        }
    }

    private void pass(Socket from, Socket to) {
        var buffer = new byte[64 * 1024];
        try {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (cut) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // Both ends are closed below.
        }
        if (!cut) {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // That is what is wanted.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(CuttableConnection::close);
    }
}
