package eu.nephele.platform.delivery;

import eu.nephele.api.content.Perspective;
import eu.nephele.platform.search.AssetText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a search found its words in the documents of an entry: of each document that the answer shows, the best page. */
final class Passages {

    /** Asked for as a property to highlight. */
    static final String DOCUMENTS = "@documents";

    private static final int MAX_DOCUMENTS = 10;
    private static final int MAX_PAGE_CHARACTERS = 20_000;
    private static final int MAX_PAGES = 500;

    private final AssetText texts;
    private final Highlighter highlighter;
    private final Set<String> entryTypes;

    /** @param entryTypes node types of entries: what those that are referred to have is not looked through */
    Passages(AssetText texts, Highlighter highlighter, Set<String> entryTypes) {
        this.texts = texts;
        this.highlighter = highlighter;
        this.entryTypes = entryTypes;
    }

    /** A list: asset, file name, page, and the passage in it. */
    void write(JsonGenerator json, Item item) {
        var documents = new LinkedHashMap<String, String>();
        var root = JsonMapper.shared().readTree(item.body().json());
        root.values().forEach(child -> collect(child, documents));
        json.writeStartArray();
        documents.entrySet().stream().limit(MAX_DOCUMENTS).forEach(document -> passage(json, document));
        json.writeEndArray();
    }

    private void passage(JsonGenerator json, Map.Entry<String, String> document) {
        var pages = texts.pages(Perspective.LIVE, document.getKey());
        for (var page = 0; page < Math.min(pages.size(), MAX_PAGES); page++) {
            var text = pages.get(page);
            var found = highlighter.snippet(text.substring(0, Math.min(text.length(), MAX_PAGE_CHARACTERS)));
            if (found.isPresent()) {
                json.writeStartObject();
                json.writeStringProperty("asset", document.getKey());
                json.writeStringProperty("fileName", document.getValue());
                json.writeNumberProperty("page", page + 1);
                json.writeStringProperty("text", found.get());
                json.writeEndObject();
                return;
            }
        }
    }

    private void collect(JsonNode node, Map<String, String> documents) {
        if (node.isObject() && entryTypes.contains(node.path("@nodeType").asString(""))) {
            return;
        }
        var id = node.path("@id").asString("");
        if (id.startsWith("jcr:")) {
            documents.put(
                    id,
                    node.path("metadata")
                            .path("fileName")
                            .asString(node.path("@name").asString("")));
            return;
        }
        List<JsonNode> children = new ArrayList<>(node.values());
        children.forEach(child -> collect(child, documents));
    }
}
