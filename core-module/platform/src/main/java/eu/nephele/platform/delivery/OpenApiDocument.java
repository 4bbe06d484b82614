package eu.nephele.platform.delivery;

final class OpenApiDocument {
    OpenApiDocument(Endpoints endpoints, String linkBase) {}

    Body write() {
        var body = new JsonBody();
        body.json.writeStartObject();
        body.json.writeEndObject();
        return body.once();
    }
}
