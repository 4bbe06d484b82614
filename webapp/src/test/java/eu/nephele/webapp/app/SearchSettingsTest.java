package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SearchSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uris | search.example.org:9200 | uris: `search.example.org:9200` is no address",
                "uris | ftp://search.example.org | is no address",
                "index-prefix | Nephele | index-prefix must be 1 to 40 small letters",
                "index-prefix | -x | index-prefix must be",
                "user | finder | are given together or not at all",
                "ca-certificate | no-such-file | there is no readable file no-such-file",
                "timeout | 0s | timeout must lie between",
                "timeout | 31s | timeout must lie between"
            })
    void aWrongSettingIsNamedWithWhatIsExpected(String key, String value, String message) {
        assertThatThrownBy(() -> bind(Map.of("elasticsearch." + key, value)))
                .rootCause()
                .hasMessageContaining(message);
    }

    @Test
    void keyAndUserExcludeEachOther() {
        assertThatThrownBy(() -> bind(
                        Map.of("elasticsearch.api-key", "k", "elasticsearch.user", "u", "elasticsearch.password", "p")))
                .rootCause()
                .hasMessageContaining("exclude each other");
    }

    @Test
    void aClusterWithoutAddressIsRefusedWithTheCure() {
        assertThatThrownBy(() -> bind(Map.of("engine", "elasticsearch")))
                .rootCause()
                .hasMessageContaining("uris must name the cluster")
                .hasMessageContaining("--search elasticsearch");
    }

    @Test
    void secretsAreNotPrinted() {
        var settings = bind(Map.of("elasticsearch.api-key", "topsecret"));

        assertThat(settings.toString()).doesNotContain("topsecret");
    }

    private static SearchSettings bind(Map<String, String> values) {
        var all = new HashMap<String, String>();
        values.forEach((key, value) -> all.put("nephele.search." + key, value));
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("nephele.search", SearchSettings.class);
    }
}
