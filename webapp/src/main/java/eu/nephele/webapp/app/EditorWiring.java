package eu.nephele.webapp.app;

import eu.nephele.platform.screen.AppModels;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the editor works with beside the deeds on entries. */
@Configuration(proxyBeanMethods = false)
class EditorWiring {

    @Bean
    AppModels appModels(CurrentDefinitions definitions) {
        return new AppModels(definitions);
    }
}
