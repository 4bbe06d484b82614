package eu.nephele.webapp.app;

import eu.nephele.api.problem.Severity;
import eu.nephele.platform.definition.LightModules;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code check FOLDER [OTHERS...]}: lists the problems of the folder's light modules, read together with others; 1 when there is a severe one. */
final class CheckCommand {

    private CheckCommand() {}

    static int run(String[] folders) {
        var paths = Arrays.stream(folders).map(Path::of).toList();
        var problems = LightModules.check(paths.getFirst(), paths.subList(1, paths.size()));
        problems.forEach(System.out::println);
        var severe = problems.stream()
                .filter(problem -> problem.severity() == Severity.SEVERE)
                .count();
        System.out.printf("%d problems, %d of them severe%n", problems.size(), severe);
        return severe > 0 ? 1 : 0;
    }
}
