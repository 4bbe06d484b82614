package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of a test's own that signs certificates of servers, with the JDK's keytool. */
public final class TestingAuthority {

    private static final String PASSWORD = "changeit";

    private final Path store;
    private final Path certificate;
    private int servers;

    public TestingAuthority(Path folder, String name) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        store = folder.resolve(name + ".p12");
        certificate = folder.resolve(name + ".pem");
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=" + name, "-keyalg", "EC", "-ext", "bc:c");
        keytool("-exportcert", "-alias", "authority", "-rfc", "-file", certificate.toString());
    }

    /** In PEM: what those who trust it are given. */
    public Path certificate() {
        return certificate;
    }

    /** @param name of the server in its certificate: {@code ip:127.0.0.1} */
    public SSLContext identity(String name) throws IOException, InterruptedException, GeneralSecurityException {
        var alias = "server" + servers++;
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=search",
                "-keyalg",
                "EC",
                "-ext",
                "san=" + name,
                "-signer",
                "authority");
        var all = KeyStore.getInstance("PKCS12");
        try (var input = Files.newInputStream(store)) {
            all.load(input, PASSWORD.toCharArray());
        }
        var one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-validity", "2"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
