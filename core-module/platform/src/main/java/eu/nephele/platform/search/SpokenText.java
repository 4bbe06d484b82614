package eu.nephele.platform.search;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TimedShapes;
import eu.nephele.platform.repository.ContentRepository;
import java.util.List;
import java.util.Optional;

/** What is said in a transcript: entries that refer to it, such as films and interviews, are found by it. */
@FunctionalInterface
interface SpokenText {

    SpokenText NONE = (type, perspective, id) -> List.of();

    /** The segments of the transcript with the id; none where it is not there. */
    List<ContentNode> segments(Transcript type, Perspective perspective, String id);

    /** A content type whose entries are transcripts. */
    record Transcript(ContentType type, Property segments, Property text) {}

    static SpokenText in(ContentRepository repository, Actor actor) {
        return (type, perspective, id) -> repository.read(
                actor,
                reader -> reader.locate(perspective, id)
                        .filter(at -> at.workspace().equals(type.type().workspace()))
                        .flatMap(at -> reader.node(at.child(type.segments().name()), 1))
                        .map(ContentNode::children)
                        .orElse(List.of()));
    }

    /** The transcripts that a property refers to, if it does to such. */
    static Optional<Transcript> of(Property property, Definitions definitions) {
        return property.type() instanceof PropertyType.Reference(String target) && !property.multiple()
                ? definitions.contentType(target).flatMap(type -> of(type, definitions))
                : Optional.empty();
    }

    static Optional<Transcript> of(ContentType type, Definitions definitions) {
        return TimedShapes.segments(definitions, type)
                .flatMap(segments -> definitions
                        .nested(type, (PropertyType.Nested) segments.type())
                        .flatMap(found -> found.model().property(TimedShapes.TEXT))
                        .map(text -> new Transcript(type, segments, text)));
    }
}
