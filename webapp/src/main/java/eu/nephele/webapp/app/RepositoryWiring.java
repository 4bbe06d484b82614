package eu.nephele.webapp.app;

import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.repository.ContentRepository;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RepositoryWiring {

    /** The exit code of a node that the others gave up for dead; 75 is a temporary failure by sysexits.h. */
    private static final int LOST = 75;

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
        repository.onLost(RepositoryWiring::end);
        modules.onChange(definitions -> ContentTypeStorage.register(definitions, repository));
        return repository;
    }

    /** What supervises the process starts it again; it joins the others as a new node. */
    private static void end() {
        System.exit(LOST);
    }
}
