package eu.nephele.webapp.app;

import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.DescribeAsset;
import eu.nephele.platform.media.MediaSettings;
import eu.nephele.platform.media.ReadFiles;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.media.extract.WorkerSettings;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.http.ErrorWriter;
import eu.nephele.webapp.mediafiles.AssetServlet;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediaWiring {

    private static final int BYTES_IN_MEMORY = 64 * 1024;
    private static final int BYTES_AROUND_THE_FILE = 64 * 1024;

    @Bean
    Assets assets(ContentRepository repository, NepheleSettings settings, Clock clock) {
        var limit = settings.media().maxFileSize().toBytes();
        return new Assets(repository, new MediaSettings(limit), clock);
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
    DescribeAsset describeAsset(ContentRepository repository, CurrentDefinitions definitions, Clock clock) {
        return new DescribeAsset(repository, definitions, clock);
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
