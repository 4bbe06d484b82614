package eu.nephele.platform.definition.internal;

import eu.nephele.api.problem.Problem;
import eu.nephele.api.problem.Severity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while reading goes on, each problem once, and no more than {@link #LIMIT} for one definition. */
public final class Problems {

    static final int LIMIT = 50;

    private final Set<Problem> problems = new LinkedHashSet<>();

    public void severe(Place place, String path, String message, @Nullable String suggestion) {
        add(Severity.SEVERE, place, path, message, suggestion);
    }

    public void major(Place place, String path, String message, @Nullable String suggestion) {
        add(Severity.MAJOR, place, path, message, suggestion);
    }

    public void minor(Place place, String path, String message, @Nullable String suggestion) {
        add(Severity.MINOR, place, path, message, suggestion);
    }

    private void add(Severity severity, Place place, String path, String message, @Nullable String suggestion) {
        if (problems.size() < LIMIT) {
            problems.add(new Problem(severity, place.file(), place.line(), place.column(), path, message, suggestion));
        } else if (problems.size() == LIMIT) {
            problems.add(new Problem(
                    severity, place.file(), 0, 0, "", "has more problems than the %d listed".formatted(LIMIT), null));
        }
    }

    public void addAll(Collection<Problem> others) {
        problems.addAll(others);
    }

    public List<Problem> list() {
        return List.copyOf(problems);
    }

    /** Whether a definition with these problems is not what its author meant. */
    public boolean areBroken() {
        return problems.stream().anyMatch(problem -> problem.severity() != Severity.MINOR);
    }
}
