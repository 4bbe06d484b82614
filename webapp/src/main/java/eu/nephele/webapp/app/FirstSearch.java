package eu.nephele.webapp.app;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.desk.Choices;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the index what editors ask, right after the start, so that the first of them does not wait while code, dictionaries and files are
 * read. Nothing depends on it.
 */
@Component
class FirstSearch {

    private static final Logger LOG = LoggerFactory.getLogger(FirstSearch.class);
    private static final List<String> BEGINNINGS = List.of("clu", "cham", "vid", "stra", "inno", "exp", "log", "fur");
    private static final int LIMIT = 8;

    private final CurrentDefinitions definitions;
    private final Choices choices;

    FirstSearch(CurrentDefinitions definitions, Choices choices) {
        this.definitions = definitions;
        this.choices = choices;
    }

    void run() throws InterruptedException {
        var current = definitions.get();
        var types = List.copyOf(current.contentTypes().keySet());
        try {
            for (var beginning : types.isEmpty() ? List.<String>of() : BEGINNINGS) {
                choices.search(
                        Actor.system("start"), types, beginning, current.site().defaultLocale(), 0, LIMIT);
            }
        } catch (RuntimeException unavailable) {
            LOG.debug("The first search was not answered", unavailable);
        }
    }
}
