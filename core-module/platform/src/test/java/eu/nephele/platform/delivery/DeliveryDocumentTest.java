package eu.nephele.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.failure.ErrorKind;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.LightModules;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Asks the catalogue's endpoints whatever the page for site builders asks: parameters that do not exist would be refused. */
class DeliveryDocumentTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern CALL = Pattern.compile("^curl .*\"\\$HOST/\\.rest/([^\"?]+)\\??([^\"]*)\"(.*)$");

    @Test
    void everyExampleIsUnderstood() throws IOException {
        var asked = 0;
        try (var modules = LightModules.load(List.of(ROOT.resolve("light-modules")));
                var content = new TestingDelivery()) {
            content.definitions.set(modules.current());
            for (var line : Files.readAllLines(ROOT.resolve("docs/delivery.md"))) {
                var call = CALL.matcher(line);
                if (call.matches() && !call.group(1).equals("delivery")) {
                    asked++;
                    assertThat(refused(content, call.group(1), call.group(2)))
                            .as(line)
                            .isEqualTo(call.group(3).contains("# 400"));
                }
            }
        }
        assertThat(asked).isGreaterThan(12);
    }

    private static boolean refused(TestingDelivery content, String path, String query) {
        var parameters = new ArrayList<String>();
        for (var parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            parameters.add(URLDecoder.decode(parameter, StandardCharsets.UTF_8));
        }
        try {
            content.read(path, parameters.toArray(String[]::new));
            return false;
        } catch (PlatformException failure) {
            return failure.code().kind() == ErrorKind.USER;
        }
    }
}
