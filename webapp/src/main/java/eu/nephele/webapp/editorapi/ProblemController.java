package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with the light modules in force. */
@RestController
final class ProblemController {

    private final Supplier<Definitions> definitions;

    ProblemController(Supplier<Definitions> definitions) {
        this.definitions = definitions;
    }

    @GetMapping("/.rest/definitions/problems")
    Map<String, Object> problems(Actor administrator) {
        administrator.requireAdministrator();
        var current = definitions.get();
        return Map.of("generation", current.generation(), "problems", current.problems());
    }
}
