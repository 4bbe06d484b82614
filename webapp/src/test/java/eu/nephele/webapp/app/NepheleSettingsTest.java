package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

class NepheleSettingsTest {

    @Test
    void everySettingHasADefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new NepheleSettings(
                        "data",
                        List.of("light-modules"),
                        List.of(),
                        true,
                        true,
                        false,
                        new NepheleSettings.Admin(null),
                        new NepheleSettings.Repository(3),
                        new NepheleSettings.Media(DataSize.ofMegabytes(100)),
                        new NepheleSettings.Editor(DataSize.ofMegabytes(4), 200),
                        new NepheleSettings.Delivery("", DataSize.ofMegabytes(32))));
    }

    @Test
    void theFileForOperatorsShowsTheDefaults() throws IOException {
        var uncommented = Files.readAllLines(Path.of("../config/application.yaml")).stream()
                .filter(line -> line.startsWith("#") && !line.matches("# \\S.*"))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
        var yaml = new YamlPropertySourceLoader()
                .load("config/application.yaml", new ByteArrayResource(uncommented.getBytes()));
        var sources = ConfigurationPropertySources.from(yaml);

        var settings = new Binder(sources)
                .bindOrCreate(
                        "nephele",
                        Bindable.of(NepheleSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true));

        assertThat(settings).isEqualTo(bind(Map.of()));
    }

    @Test
    void eachSettingIsTaken() {
        var settings = bind(Map.ofEntries(
                Map.entry("nephele.data", "elsewhere"),
                Map.entry("nephele.light-modules", "a,b"),
                Map.entry("nephele.additional-light-modules[0]", "c,d"),
                Map.entry("nephele.sample-content", "false"),
                Map.entry("nephele.watch", "false"),
                Map.entry("nephele.admin.password", "secret"),
                Map.entry("nephele.repository.compact-hour", "23"),
                Map.entry("nephele.media.max-file-size", "5KB"),
                Map.entry("nephele.editor.max-body-size", "6KB"),
                Map.entry("nephele.editor.max-page-size", "7"),
                Map.entry("nephele.delivery.link-base", "/base"),
                Map.entry("nephele.delivery.cache-size", "8KB")));

        assertThat(settings)
                .isEqualTo(new NepheleSettings(
                        "elsewhere",
                        List.of("a", "b"),
                        List.of("c,d"),
                        false,
                        false,
                        false,
                        new NepheleSettings.Admin("secret"),
                        new NepheleSettings.Repository(23),
                        new NepheleSettings.Media(DataSize.ofKilobytes(5)),
                        new NepheleSettings.Editor(DataSize.ofKilobytes(6), 7),
                        new NepheleSettings.Delivery("/base", DataSize.ofKilobytes(8))));
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void aLimitThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> bind(Map.of("nephele.media.max-file-size", "0B")))
                .hasRootCauseMessage("nephele.media.max-file-size must lie between 1 and 2147483647");
    }

    private static NepheleSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("nephele", NepheleSettings.class);
    }
}
