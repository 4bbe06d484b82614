package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.validation.EntryValidator;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the drafts that become live together, and what is wrong with them. */
final class Candidates {

    private final Definitions definitions;
    private final ContentReader reader;
    private final Map<String, List<FieldError>> warnings = new LinkedHashMap<>();

    Candidates(Definitions definitions, ContentReader reader) {
        this.definitions = definitions;
        this.reader = reader;
    }

    /** By id, referenced ones before those that refer to them as far as cycles allow. Ids without a draft are refused. */
    Map<String, Candidate> collect(Collection<String> ids, boolean withReferences) {
        var found = new LinkedHashMap<String, Candidate>();
        var waiting = new ArrayDeque<>(ids);
        while (!waiting.isEmpty()) {
            var id = waiting.poll();
            if (found.containsKey(id)) {
                continue;
            }
            var candidate = find(id);
            if (candidate.isEmpty() && ids.contains(id)) {
                throw new PlatformException(ErrorCode.ENTRY_NOT_FOUND, say("There is no entry with the id `%s`", id));
            }
            if (candidate.isEmpty()
                    || (!ids.contains(id) && EntryState.of(candidate.get().draft()) == EntryState.PUBLISHED)) {
                continue;
            }
            found.put(id, candidate.get());
            if (found.size() > PublishOptions.MAX_TOGETHER) {
                throw new PlatformException(
                        ErrorCode.TOO_LARGE,
                        say(
                                "More than %d entries would become live together: publish some of the referenced ones first",
                                PublishOptions.MAX_TOGETHER));
            }
            if (withReferences
                    && candidate.get().draft().value(SystemProperties.REFERENCES) instanceof Value references) {
                references.each().forEach(reference -> waiting.add(reference.asText()));
            }
        }
        return new LinkedHashMap<>(found).reversed();
    }

    private Optional<Candidate> find(String id) {
        return reader.locate(Perspective.DRAFT, id)
                .flatMap(at -> reader.node(at, Integer.MAX_VALUE)
                        .flatMap(draft ->
                                type(at.workspace(), draft.nodeType()).map(type -> new Candidate(type, at, draft))));
    }

    private Optional<ContentType> type(String workspace, String nodeType) {
        return definitions.contentTypesIn(workspace).stream()
                .filter(type -> type.nodeType().equals(nodeType) && !type.isOfFiles())
                .findFirst();
    }

    /** What keeps each candidate from becoming live, given that the others do. Those without a complaint are left out. */
    Map<String, List<FieldError>> complaints(Map<String, Candidate> candidates) {
        var lookups = new PublicationLookups(definitions, reader, candidates.keySet());
        var validator = new EntryValidator(definitions, lookups);
        var complaints = new LinkedHashMap<String, List<FieldError>>();
        warnings.clear();
        candidates.forEach((id, candidate) -> {
            var findings = candidate.isDeletion()
                    ? new EntryValidator.Findings(stillReferenced(candidate, candidates), List.of())
                    : validator.publication(candidate.type(), candidate.draft());
            if (!findings.errors().isEmpty()) {
                complaints.put(id, findings.errors());
            }
            if (!findings.warnings().isEmpty()) {
                warnings.put(id, findings.warnings());
            }
        });
        return complaints;
    }

    /** What could be better in each of those that complaints were last asked of; the others are left out. */
    Map<String, List<FieldError>> warnings() {
        return warnings;
    }

    private List<FieldError> stillReferenced(Candidate deletion, Map<String, Candidate> candidates) {
        return reader.referrers(Perspective.LIVE, deletion.id()).stream()
                .filter(at -> !at.equals(deletion.location().in(Perspective.LIVE)))
                .filter(at -> candidates.values().stream()
                        .noneMatch(other -> other.isDeletion()
                                && other.location().in(Perspective.LIVE).equals(at)))
                .limit(100)
                .map(at ->
                        new FieldError(at.workspace() + ":" + at.path(), "reference", say("is live and refers to it")))
                .toList();
    }
}
