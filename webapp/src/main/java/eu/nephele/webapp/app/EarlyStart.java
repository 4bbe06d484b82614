package eu.nephele.webapp.app;

import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.repository.ContentRepository;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the light modules and opens the repository while the framework is still starting: each takes about as long as it does. */
final class EarlyStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What is being prepared; asking for it waits until it is there. */
    record Parts(
            DataFolder data,
            CompletableFuture<LightModules> preparedModules,
            CompletableFuture<ContentRepository> openedRepository) {

        LightModules modules() {
            return await(preparedModules);
        }

        ContentRepository repository() {
            return await(openedRepository);
        }

        private void closeAll() {
            preparedModules.thenAccept(LightModules::close);
            openedRepository
                    .thenAccept(ContentRepository::close)
                    .exceptionally(neverOpened -> null)
                    .join();
            data.close();
        }

        private static <T> T await(CompletableFuture<T> part) {
            try {
                return part.join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Binder.get(context.getEnvironment()).bindOrCreate("nephele", NepheleSettings.class);
        var data = DataFolder.claim(settings.dataFolder());
        var parts = new Parts(
                data,
                inBackground(() -> LightModules.load(settings.moduleFolders())),
                inBackground(() -> ContentRepository.open(settings.repository().in(data.repository()))));
        context.getBeanFactory().registerSingleton("earlyParts", parts);
        context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) failed -> parts.closeAll());
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().daemon().name("early-start").start(task));
    }
}
