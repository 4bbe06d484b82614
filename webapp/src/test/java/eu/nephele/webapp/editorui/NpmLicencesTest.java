package eu.nephele.webapp.editorui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the editor's pages are made of may be given to others. */
class NpmLicencesTest {

    private static final Set<String> ALLOWED = Set.of(
            "MIT",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "ISC",
            "BlueOak-1.0.0",
            "MPL-2.0",
            "CC0-1.0",
            "Unlicense");

    /** Packages that tell their licence elsewhere than in their description. */
    private static final Map<String, String> TOLD_ELSEWHERE = Map.of("combine-errors", "MIT");

    @Test
    void everyPackageHasALicenceThatAllowsThat() throws Exception {
        var packages = JsonMapper.shared()
                .readTree(Files.readString(Path.of("editor/package-lock.json")))
                .get("packages");

        var refused = new TreeMap<String, String>();
        packages.properties().forEach(entry -> {
            var name = entry.getKey().replaceFirst("^.*node_modules/", "");
            var isOurs = !entry.getKey().contains("node_modules/")
                    || entry.getValue().path("link").asBoolean(false);
            if (!isOurs && !entry.getValue().path("dev").asBoolean(false)) {
                var licence = entry.getValue().path("license").asString(TOLD_ELSEWHERE.getOrDefault(name, "none"));
                if (!isAllowed(licence)) {
                    refused.put(name, licence);
                }
            }
        });

        assertThat(packages.size()).isGreaterThan(100);
        assertThat(refused)
                .as("packages of the editor whose licence is not among %s", ALLOWED)
                .isEmpty();
    }

    @Test
    void ofSeveralLicencesOneIsEnoughWhereOneMayChoose() {
        assertThat(isAllowed("(MIT OR GPL-3.0)")).isTrue();
        assertThat(isAllowed("MIT AND GPL-3.0")).isFalse();
        assertThat(isAllowed("none")).isFalse();
    }

    private static boolean isAllowed(String licence) {
        return Stream.of(licence.replaceAll("[()]", "").split(" OR "))
                .anyMatch(choice -> ALLOWED.containsAll(Set.of(choice.split(" AND "))));
    }
}
