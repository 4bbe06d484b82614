package eu.nephele.platform.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

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
        var alias = newServer(name);
        var all = stored();
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

    /** The same in PEM, for servers in processes of their own. */
    void writeIdentity(String name, Path certificateFile, Path keyFile)
            throws IOException, InterruptedException, GeneralSecurityException {
        var alias = newServer(name);
        var all = stored();
        Files.writeString(
                certificateFile, pem("CERTIFICATE", all.getCertificate(alias).getEncoded()));
        Files.writeString(
                keyFile,
                pem("PRIVATE KEY", all.getKey(alias, PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(content));
    }

    /** For clients that trust it alone. */
    SSLContext trust() throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", stored().getCertificate("authority"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore stored() throws IOException, GeneralSecurityException {
        var all = KeyStore.getInstance("PKCS12");
        try (var input = Files.newInputStream(store)) {
            all.load(input, PASSWORD.toCharArray());
        }
        return all;
    }

    private String newServer(String name) throws IOException, InterruptedException {
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
        return alias;
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
