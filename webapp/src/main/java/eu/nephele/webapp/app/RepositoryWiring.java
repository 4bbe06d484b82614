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
    ContentRepository contentRepository(EarlyStart.Parts early, LightModules modules) {
        var repository = early.repository();
        ContentTypeStorage.register(modules.current(), repository);
        modules.onChange(definitions -> ContentTypeStorage.register(definitions, repository));
        return repository;
    }
}
