package eu.nephele.webapp.app;

import eu.nephele.platform.desk.Notifications;
import eu.nephele.platform.media.Asset;
import eu.nephele.platform.media.AssetFolders;
import eu.nephele.platform.media.AssetLibrary;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.DescribeAsset;
import eu.nephele.platform.media.ExpireConsent;
import eu.nephele.platform.media.LibraryOptions;
import eu.nephele.platform.media.LinkSignature;
import eu.nephele.platform.media.MediaSettings;
import eu.nephele.platform.media.MoveAsset;
import eu.nephele.platform.media.Quota;
import eu.nephele.platform.media.ReadFiles;
import eu.nephele.platform.media.Renditions;
import eu.nephele.platform.media.ReplaceFile;
import eu.nephele.platform.media.ScanFiles;
import eu.nephele.platform.media.TrashAsset;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.media.extract.WorkerSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.mediafiles.AssetServlet;
import eu.nephele.webapp.mediafiles.RenditionServlet;
import eu.nephele.webapp.uploads.ResumableUploads;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediaWiring {

    private static final int BYTES_IN_MEMORY = 64 * 1024;
    private static final int BYTES_AROUND_THE_FILE = 64 * 1024;

    @Bean
    Assets assets(ContentRepository repository, NepheleSettings settings, Clock clock) {
        return new Assets(repository, limits(settings), clock);
    }

    @Bean
    WorkerPool mediaWorkers(DataFolder data) {
        return new WorkerPool(WorkerSettings.in(data.media().resolve("worker")));
    }

    /** Begins when the server is ready: what files say can wait, readers cannot. */
    @Bean
    ReadFiles readFiles(
            ContentRepository repository, Assets assets, WorkerPool mediaWorkers, DataFolder data, Clock clock) {
        var reading = new ReadFiles(repository, mediaWorkers, data.media().resolve("work"), clock);
        assets.whenStored(reading::request);
        return reading;
    }

    @Bean
    DescribeAsset describeAsset(
            ContentRepository repository, CurrentDefinitions definitions, ExpireConsent expireConsent, Clock clock) {
        return new DescribeAsset(repository, definitions, clock, expireConsent::check);
    }

    /** Apart from those that read files: a visitor who waits for a picture does not wait for a document of thousand pages. */
    @Bean
    WorkerPool pictureWorkers(DataFolder data, NepheleSettings settings) {
        return new WorkerPool(new WorkerSettings(
                data.media().resolve("pictures"),
                2,
                384,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                settings.media().ffmpeg()));
    }

    @Bean
    Renditions renditions(
            ContentRepository repository, WorkerPool pictureWorkers, DataFolder data, NepheleSettings settings) {
        var bound = settings.media().renditionCacheSize().toBytes();
        return new Renditions(repository, pictureWorkers, data.media(), bound);
    }

    @Bean
    LinkSignature linkSignature(DataFolder data, NepheleSettings settings) throws IOException {
        var secret = settings.media().linkSecret();
        return secret.isEmpty() ? LinkSignature.keptIn(data.media().resolve("link-secret")) : new LinkSignature(secret);
    }

    @Bean
    ServletRegistrationBean<RenditionServlet> renditionServlet(
            Assets assets,
            Renditions renditions,
            CurrentDefinitions definitions,
            LinkSignature linkSignature,
            ErrorWriter errors) {
        return new ServletRegistrationBean<>(
                new RenditionServlet(assets, renditions, definitions, linkSignature, errors), "/.imaging/*");
    }

    @Bean
    ResumableUploads resumableUploads(DataFolder data, NepheleSettings settings, ErrorWriter errors) {
        return new ResumableUploads(
                data.media().resolve("uploads"),
                settings.media().maxFileSize().toBytes(),
                settings.media().uploadPatience(),
                errors);
    }

    @Bean
    ReplaceFile replaceFile(ContentRepository repository, Assets assets, NepheleSettings settings, Clock clock) {
        return new ReplaceFile(repository, limits(settings), assets::stored, clock);
    }

    @Bean
    TrashAsset trashAsset(ContentRepository repository, Clock clock) {
        return new TrashAsset(repository, clock);
    }

    @Bean
    AssetLibrary assetLibrary(ContentRepository repository) {
        return new AssetLibrary(repository);
    }

    @Bean
    AssetFolders assetFolders(ContentRepository repository, AssetLibrary assetLibrary, Clock clock) {
        return new AssetFolders(repository, assetLibrary, clock);
    }

    @Bean
    LibraryOptions libraryOptions(
            ContentRepository repository, CurrentDefinitions definitions, NepheleSettings settings) {
        return new LibraryOptions(repository, definitions, limits(settings));
    }

    @Bean
    MoveAsset moveAsset(ContentRepository repository, Clock clock) {
        return new MoveAsset(repository, clock);
    }

    @Bean(initMethod = "start")
    ExpireConsent expireConsent(
            ContentRepository repository, TrashAsset trashAsset, Notifications notifications, Clock clock) {
        return new ExpireConsent(
                repository,
                trashAsset,
                over -> over.people()
                        .forEach(person -> notifications.tell(
                                person, ofFile("file.consent.ended", over.asset(), Map.of("day", over.day())))),
                clock);
    }

    @Bean
    ScanFiles scanFiles(
            ContentRepository repository, NepheleSettings settings, Notifications notifications, Clock clock) {
        return new ScanFiles(
                repository,
                settings.media().virusScan().scanner(),
                found -> notifications.tell(
                        found.uploader(),
                        ofFile("file.quarantine", found.asset(), Map.of("signature", found.signature()))),
                repository.lease("virus-scan"),
                clock);
    }

    private static Notifications.News ofFile(String kind, Asset asset, Map<String, String> details) {
        var all = new HashMap<>(details);
        all.put("file", asset.path());
        return new Notifications.News(kind, "", "", "@asset", asset.id(), all);
    }

    @Bean
    Quota quota(ContentRepository repository, NepheleSettings settings) {
        return new Quota(repository, limits(settings));
    }

    private static MediaSettings limits(NepheleSettings settings) {
        var media = settings.media();
        var quotas = media.quotas().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, quota -> quota.getValue().toBytes()));
        return new MediaSettings(
                media.maxFileSize().toBytes(),
                !media.virusScan().address().isBlank(),
                media.quota().toBytes(),
                quotas);
    }

    @Bean
    MultipartConfigElement multipartConfig(NepheleSettings settings) {
        var limit = settings.media().maxFileSize().toBytes();
        return new MultipartConfigElement("", limit, limit + BYTES_AROUND_THE_FILE, BYTES_IN_MEMORY);
    }

    @Bean
    ServletRegistrationBean<AssetServlet> assetServlet(Assets assets, ErrorWriter errors) {
        return new ServletRegistrationBean<>(new AssetServlet(assets, errors), "/dam/*");
    }
}
