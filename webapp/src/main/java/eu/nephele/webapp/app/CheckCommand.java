package eu.nephele.webapp.app;

import eu.nephele.api.problem.Severity;
import eu.nephele.platform.definition.LightModules;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code check FOLDER...}: lists the problems of light modules; 1 when there is a severe one. */
final class CheckCommand {

    private CheckCommand() {}

    static int run(String[] folders) {
        var paths = Arrays.stream(folders).map(Path::of).toList();
        try (var modules = LightModules.load(paths)) {
            var problems = modules.current().problems();
            problems.forEach(System.out::println);
            var definitions = modules.current();
            System.out.printf(
                    "%d content types, %d endpoints, %d vocabularies, %d problems%n",
                    definitions.contentTypes().size(),
                    definitions.endpoints().size(),
                    definitions.vocabularies().size(),
                    problems.size());
            var severe = problems.stream().anyMatch(problem -> problem.severity() == Severity.SEVERE);
            return severe ? 1 : 0;
        }
    }
}
