package eu.nephele.webapp.app;

import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RepositoryWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataFolder dataFolder(EarlyStart.Parts early) {
        return early.data();
    }

    /** @param data not before this is closed is the folder free for others */
    @Bean
    ContentRepository contentRepository(EarlyStart.Parts early, LightModules modules, DataFolder data) {
        var repository = early.repository();
        ContentTypeStorage.register(modules.current(), repository);
        modules.onChange(definitions -> ContentTypeStorage.register(definitions, repository));
        return repository;
    }
}
