package eu.nephele.webapp.app;

import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.RepositorySettings;
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
    ContentRepository contentRepository(NepheleSettings settings, LightModules modules) {
        var repository = ContentRepository.open(
                RepositorySettings.in(settings.dataFolder().resolve("repository")));
        ContentTypeStorage.register(modules.current(), repository);
        modules.onChange(definitions -> ContentTypeStorage.register(definitions, repository));
        return repository;
    }
}
