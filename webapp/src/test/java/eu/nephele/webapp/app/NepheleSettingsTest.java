package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.platform.exchange.SheetLimits;
import eu.nephele.platform.mail.MailSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
                        new LoginSettings(new LoginSettings.OpenId(
                                "", "", "", List.of("openid", "profile", "email"), "groups", Map.of(), "/admin/", "")),
                        new StoreSettings(
                                StoreSettings.Store.SEGMENT,
                                3,
                                Duration.ofDays(30),
                                new StoreSettings.Postgresql(
                                        "jdbc:postgresql://localhost:5432/nephele",
                                        "nephele",
                                        "",
                                        20,
                                        Duration.ofSeconds(15)),
                                new StoreSettings.Binaries(
                                        "", new StoreSettings.S3("", "", "eu-central-1", "nephele/", "", "", false))),
                        new SearchSettings(
                                SearchSettings.Engine.LUCENE,
                                "",
                                new SearchSettings.Elasticsearch(
                                        List.of(), "", "", "", "", "nephele", Duration.ofMillis(1_500), "")),
                        new NepheleSettings.Media(
                                DataSize.ofGigabytes(10),
                                Duration.ofHours(24),
                                DataSize.ofGigabytes(1),
                                "",
                                "ffmpeg",
                                new NepheleSettings.VirusScan("", Duration.ofMinutes(10)),
                                DataSize.ofBytes(0),
                                Map.of()),
                        new NepheleSettings.Editor(DataSize.ofMegabytes(4), 200),
                        new NepheleSettings.Spreadsheets(
                                DataSize.ofMegabytes(10), DataSize.ofMegabytes(64), 10_000, 300),
                        new NepheleSettings.Delivery("", DataSize.ofMegabytes(32)),
                        new MailServerSettings("", 587, MailSettings.Security.STARTTLS, "", "", "", "", 7)));
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
                Map.entry("nephele.login.open-id.issuer", "https://login.example.org"),
                Map.entry("nephele.login.open-id.client-id", "nephele"),
                Map.entry("nephele.login.open-id.client-secret", "hidden"),
                Map.entry("nephele.login.open-id.scopes", "openid"),
                Map.entry("nephele.login.open-id.roles-claim", "roles"),
                Map.entry("nephele.login.open-id.roles[editors]", "reviewer"),
                Map.entry("nephele.login.open-id.after-login", "/admin/start"),
                Map.entry("nephele.login.open-id.label", "Company account"),
                Map.entry("nephele.repository.compact-hour", "23"),
                Map.entry("nephele.repository.changes-kept", "7d"),
                Map.entry("nephele.repository.store", "postgresql"),
                Map.entry("nephele.repository.postgresql.url", "jdbc:postgresql://db/n"),
                Map.entry("nephele.repository.postgresql.user", "me"),
                Map.entry("nephele.repository.postgresql.password", "dbsecret"),
                Map.entry("nephele.repository.postgresql.pool-size", "9"),
                Map.entry("nephele.repository.postgresql.node-timeout", "20s"),
                Map.entry("nephele.repository.binaries.s3.bucket", "files"),
                Map.entry("nephele.repository.binaries.s3.endpoint", "http://s3"),
                Map.entry("nephele.repository.binaries.s3.region", "eu"),
                Map.entry("nephele.repository.binaries.s3.prefix", "n/"),
                Map.entry("nephele.repository.binaries.s3.access-key", "key"),
                Map.entry("nephele.repository.binaries.s3.secret-key", "s3secret"),
                Map.entry("nephele.repository.binaries.s3.path-style", "true"),
                Map.entry("nephele.search.engine", "elasticsearch"),
                Map.entry("nephele.search.hunspell", "dictionaries"),
                Map.entry("nephele.search.elasticsearch.uris", "https://a:9200,https://b:9200"),
                Map.entry("nephele.search.elasticsearch.user", "finder"),
                Map.entry("nephele.search.elasticsearch.password", "secret"),
                Map.entry("nephele.search.elasticsearch.ca-certificate", "pom.xml"),
                Map.entry("nephele.search.elasticsearch.index-prefix", "other"),
                Map.entry("nephele.search.elasticsearch.timeout", "1s"),
                Map.entry("nephele.search.elasticsearch.development-server", "server"),
                Map.entry("nephele.media.max-file-size", "5KB"),
                Map.entry("nephele.media.upload-patience", "9m"),
                Map.entry("nephele.media.rendition-cache-size", "3MB"),
                Map.entry("nephele.media.link-secret", "linksecret"),
                Map.entry("nephele.media.ffmpeg", "/opt/ffmpeg"),
                Map.entry("nephele.media.virus-scan.address", "tcp://scanner:3310"),
                Map.entry("nephele.media.virus-scan.timeout", "2m"),
                Map.entry("nephele.media.quota", "4GB"),
                Map.entry("nephele.media.quotas.drava", "2GB"),
                Map.entry("nephele.editor.max-body-size", "6KB"),
                Map.entry("nephele.editor.max-page-size", "7"),
                Map.entry("nephele.spreadsheets.max-file-size", "1MB"),
                Map.entry("nephele.spreadsheets.max-unpacked-size", "2MB"),
                Map.entry("nephele.spreadsheets.max-rows", "30"),
                Map.entry("nephele.spreadsheets.max-columns", "4"),
                Map.entry("nephele.delivery.link-base", "/base"),
                Map.entry("nephele.delivery.cache-size", "8KB"),
                Map.entry("nephele.mail.host", "smtp.example.org"),
                Map.entry("nephele.mail.port", "465"),
                Map.entry("nephele.mail.security", "tls"),
                Map.entry("nephele.mail.user", "mailer"),
                Map.entry("nephele.mail.password", "mailsecret"),
                Map.entry("nephele.mail.from", "Nephele <n@example.org>"),
                Map.entry("nephele.mail.editor-url", "https://cms.example.org/"),
                Map.entry("nephele.mail.daily-hour", "6")));

        assertThat(settings)
                .isEqualTo(new NepheleSettings(
                        "elsewhere",
                        List.of("a", "b"),
                        List.of("c,d"),
                        false,
                        false,
                        false,
                        new NepheleSettings.Admin("secret"),
                        new LoginSettings(new LoginSettings.OpenId(
                                "https://login.example.org",
                                "nephele",
                                "hidden",
                                List.of("openid"),
                                "roles",
                                Map.of("editors", "reviewer"),
                                "/admin/start",
                                "Company account")),
                        new StoreSettings(
                                StoreSettings.Store.POSTGRESQL,
                                23,
                                Duration.ofDays(7),
                                new StoreSettings.Postgresql(
                                        "jdbc:postgresql://db/n", "me", "dbsecret", 9, Duration.ofSeconds(20)),
                                new StoreSettings.Binaries(
                                        "",
                                        new StoreSettings.S3(
                                                "files", "http://s3", "eu", "n/", "key", "s3secret", true))),
                        new SearchSettings(
                                SearchSettings.Engine.ELASTICSEARCH,
                                "dictionaries",
                                new SearchSettings.Elasticsearch(
                                        List.of("https://a:9200", "https://b:9200"),
                                        "",
                                        "finder",
                                        "secret",
                                        "pom.xml",
                                        "other",
                                        Duration.ofSeconds(1),
                                        "server")),
                        new NepheleSettings.Media(
                                DataSize.ofKilobytes(5),
                                Duration.ofMinutes(9),
                                DataSize.ofMegabytes(3),
                                "linksecret",
                                "/opt/ffmpeg",
                                new NepheleSettings.VirusScan("tcp://scanner:3310", Duration.ofMinutes(2)),
                                DataSize.ofGigabytes(4),
                                Map.of("drava", DataSize.ofGigabytes(2))),
                        new NepheleSettings.Editor(DataSize.ofKilobytes(6), 7),
                        new NepheleSettings.Spreadsheets(DataSize.ofMegabytes(1), DataSize.ofMegabytes(2), 30, 4),
                        new NepheleSettings.Delivery("/base", DataSize.ofKilobytes(8)),
                        new MailServerSettings(
                                "smtp.example.org",
                                465,
                                MailSettings.Security.TLS,
                                "mailer",
                                "mailsecret",
                                "Nephele <n@example.org>",
                                "https://cms.example.org/",
                                6)));
        assertThat(settings.toString()).doesNotContain("secret", "hidden");
    }

    @Test
    void severalNodesNeedAStoreOfFilesThatAllReach() {
        assertThatThrownBy(() -> bind(Map.of("nephele.repository.store", "postgresql")))
                .rootCause()
                .hasMessageContaining("nephele.repository.binaries.folder");
    }

    @Test
    void anAddressOfAScannerThatIsNoneIsRefusedByNameWithWhatToWrite() {
        assertThatThrownBy(() -> bind(Map.of("nephele.media.virus-scan.address", "localhost")))
                .rootCause()
                .hasMessageContaining("nephele.media.virus-scan.address")
                .hasMessageContaining("tcp://localhost:3310");
    }

    @Test
    void aLimitThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> bind(Map.of("nephele.media.max-file-size", "0B")))
                .hasRootCauseMessage("nephele.media.max-file-size must be positive");
    }

    @Test
    void anImportHasNoMoreRowsThanAJob() {
        assertThat(bind(Map.of()).spreadsheets().limits()).isEqualTo(SheetLimits.DEFAULTS);
        assertThatThrownBy(() -> bind(Map.of("nephele.spreadsheets.max-rows", "10001")))
                .hasRootCauseMessage("nephele.spreadsheets.max-rows must lie between 1 and 10000");
    }

    @Test
    void aMailServerNeedsASenderAndAnAddressForLinks() {
        assertThatThrownBy(() -> bind(Map.of("nephele.mail.host", "smtp.example.org")))
                .hasStackTraceContaining("nephele.mail.from is needed");
        assertThatThrownBy(() ->
                        bind(Map.of("nephele.mail.host", "smtp.example.org", "nephele.mail.from", "n@example.org")))
                .hasStackTraceContaining("nephele.mail.editor-url is needed");
        assertThatThrownBy(() -> bind(Map.of("nephele.mail.daily-hour", "24")))
                .rootCause()
                .hasMessageContaining("daily-hour");
    }

    private static NepheleSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("nephele", NepheleSettings.class);
    }
}
