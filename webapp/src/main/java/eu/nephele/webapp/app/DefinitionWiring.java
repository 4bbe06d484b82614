package eu.nephele.webapp.app;

import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.LightModules;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DefinitionWiring {

    private static final Logger LOG = LoggerFactory.getLogger(LightModules.class);

    /** The definitions in force, to be asked for again at every use. */
    interface CurrentDefinitions extends Supplier<Definitions> {}

    @Bean
    LightModules lightModules(EarlyStart.Parts early) {
        var modules = early.modules();
        log(modules.current());
        modules.onChange(DefinitionWiring::log);
        return modules;
    }

    @Bean
    CurrentDefinitions currentDefinitions(LightModules modules) {
        return modules::current;
    }

    private static void log(Definitions definitions) {
        LOG.info(
                "{} content types, {} endpoints, {} vocabularies are in force",
                definitions.contentTypes().size(),
                definitions.endpoints().size(),
                definitions.vocabularies().size());
    }
}
