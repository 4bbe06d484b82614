package eu.nephele.platform.delivery;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.search.EntryPage;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.TextExplanation;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes for administrators why the entries of a page were found and what they score. */
final class Explaining {

    private final LiveContent content;

    Explaining(LiveContent content) {
        this.content = content;
    }

    static void requireAdministrator(Actor reader, EndpointPlan plan) {
        var everything = new Location(Perspective.LIVE, plan.endpoint.workspace(), "/");
        if (!reader.may(Action.ADMINISTER, everything)) {
            throw new PlatformException(
                    ErrorCode.ACCESS_DENIED, "`explain` is for administrators: log in as one, or leave it out");
        }
    }

    /** By id of the result: its score, and for each word and property the best find. */
    void write(JsonGenerator json, EndpointPlan plan, EntryQuery query, EntryPage page) {
        var explanation =
                new TextExplanation(plan.endpoints.definitions, plan.endpoints.synonyms, query, page.mistyped());
        json.writeStartObject();
        json.writeBooleanProperty("mistyped", page.mistyped());
        json.writeName("results");
        json.writeStartObject();
        for (var hit : page.hits()) {
            json.writeName(hit.id());
            json.writeStartObject();
            json.writeNumberProperty("score", hit.score());
            json.writeName("matches");
            json.writeStartArray();
            entry(plan, hit.contentType(), hit.id())
                    .ifPresent(entry -> explanation.of(hit.contentType(), entry).forEach(match -> write(json, match)));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TextExplanation.Match match) {
        json.writeStartObject();
        json.writeStringProperty("typed", match.typed());
        json.writeStringProperty("property", match.property());
        if (match.locale() != null) {
            json.writeStringProperty("locale", match.locale());
        }
        json.writeStringProperty("found", match.found());
        json.writeStringProperty("as", match.match().code());
        json.writeNumberProperty("score", match.score());
        json.writeEndObject();
    }

    private Optional<ContentNode> entry(EndpointPlan plan, String contentType, String id) {
        var workspace =
                plan.endpoints.definitions.contentTypes().get(contentType).workspace();
        var levels = plan.endpoints.shapes.nesting(workspace);
        return content.read(reader -> reader.locate(Perspective.LIVE, id).flatMap(place -> reader.node(place, levels)));
    }
}
