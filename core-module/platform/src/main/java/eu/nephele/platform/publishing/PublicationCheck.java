package eu.nephele.platform.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.FieldError;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.validation.StoredProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what would keep an entry from being published, and what would become live with it, without publishing. */
public final class PublicationCheck {

    /** An error refuses the publication, a warning does not. */
    public enum Severity {
        error,
        warning
    }

    /**
     * A rule that is not met.
     *
     * @param field the stored name, nested ones with slashes: {@code markets/markets0/text_de}
     * @param property that name without the locale
     * @param locale null for a value that is the same in all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String entry,
            String contentType,
            String path,
            String field,
            String property,
            @Nullable String locale,
            String rule,
            String message,
            Severity severity) {}

    /**
     * @param publishable whether no finding is an error
     * @param entries the ids that become live, the asked one last
     */
    public record Report(boolean publishable, List<String> entries, List<Finding> findings) {}

    private final ContentRepository repository;
    private final Supplier<Definitions> definitions;

    public PublicationCheck(ContentRepository repository, Supplier<Definitions> definitions) {
        this.repository = repository;
        this.definitions = definitions;
    }

    public Report check(Actor actor, String id, boolean withReferences) {
        var inForce = definitions.get();
        return repository.read(actor, reader -> {
            var finder = new Candidates(inForce, reader);
            var candidates = finder.collect(List.of(id), withReferences);
            var findings = new ArrayList<Finding>();
            var complaints = finder.complaints(candidates);
            complaints.forEach((entry, errors) ->
                    errors.forEach(error -> findings.add(finding(inForce, candidates, entry, error, Severity.error))));
            finder.warnings()
                    .forEach((entry, warnings) -> warnings.forEach(
                            warning -> findings.add(finding(inForce, candidates, entry, warning, Severity.warning))));
            return new Report(complaints.isEmpty(), List.copyOf(candidates.keySet()), findings);
        });
    }

    private static Finding finding(
            Definitions definitions,
            Map<String, Candidate> candidates,
            String entry,
            FieldError error,
            Severity severity) {
        var candidate = java.util.Objects.requireNonNull(candidates.get(entry));
        var field = error.field();
        var slash = field.lastIndexOf('/') + 1;
        var stored = stored(definitions, candidate.type(), field.substring(slash));
        var localized = stored != null && stored.property().i18n();
        return new Finding(
                entry,
                candidate.type().name(),
                candidate.location().path(),
                field,
                stored == null
                        ? field
                        : field.substring(0, slash) + stored.property().name(),
                localized ? stored.locale() : null,
                error.rule(),
                error.message(),
                severity);
    }

    /** The property by its last name, of the entry or of any model in it. */
    private static @Nullable StoredProperty stored(Definitions definitions, ContentType type, String name) {
        var models = new ArrayList<>(List.of(type.model()));
        models.addAll(type.model().subModels());
        return models.stream()
                .flatMap(model -> StoredProperty.of(name, model, definitions.site()).stream())
                .findFirst()
                .orElse(null);
    }
}
