package eu.nephele.webapp.app;

import eu.nephele.platform.account.Accounts;
import java.nio.file.Path;
import java.util.Optional;

/** What is printed once the server is ready; the only place where a generated password is ever shown. */
final class ReadyMessage {

    private ReadyMessage() {}

    static void print(int port, Optional<String> generatedPassword, Optional<Path> sampleUsers) {
        var base = "http://localhost:" + port;
        System.out.printf("""

                Nephele is ready.
                  Start page     %1$s/
                  Editor         %1$s/admin/
                  Delivery       %1$s/.rest/delivery
                  OpenAPI        %1$s/.rest/openapi.json
                  Editor API     %1$s/.rest/editor/v1/
                """, base);
        generatedPassword.ifPresent(password -> System.out.printf(
                "  Administrator  %s, password %s (generated, shown this once)%n", Accounts.ADMINISTRATOR, password));
        sampleUsers.ifPresent(
                file -> System.out.printf("  Sample users   one for each role, with their passwords in %s%n", file));
        System.out.println("Stop with Ctrl-C.");
        System.out.flush();
    }
}
