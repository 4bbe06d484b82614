package eu.nephele.webapp.editorapi;

import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Decision;
import eu.nephele.platform.media.Asset;
import eu.nephele.platform.media.AssetDetails;
import eu.nephele.platform.media.AssetLibrary;
import eu.nephele.platform.media.FileNotes;
import eu.nephele.platform.media.Scan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An asset as editors read it; {@code metadata} and {@code properties} in the form in which they are written back. */
final class AssetJson {

    private AssetJson() {}

    static Map<String, Object> summary(Asset asset) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@id", asset.key());
        json.put("@path", asset.path());
        json.put("@link", asset.link());
        json.put("fileName", asset.fileName());
        json.put("mimeType", asset.mimeType());
        json.put("size", asset.size());
        json.put("contentHash", asset.contentHash());
        if (asset.width() != null && asset.height() != null) {
            json.put("width", asset.width());
            json.put("height", asset.height());
        }
        if (asset.crop() != null) {
            json.put("crop", asset.crop());
        }
        json.put("lastModified", asset.lastModified().toString());
        if (asset.scan() != Scan.NONE) {
            json.put("scan", asset.scan().code());
        }
        json.put("revision", asset.revision());
        return json;
    }

    static Map<String, Object> page(AssetLibrary.Page page, int offset) {
        var json = new LinkedHashMap<String, Object>();
        json.put("total", page.total());
        json.put("offset", offset);
        json.put("results", page.rows().stream().map(AssetJson::row).toList());
        var facets = new LinkedHashMap<String, Object>();
        page.facets().forEach((facet, counts) -> facets.put(facet.key(), counts));
        json.put("facets", facets);
        return json;
    }

    /** These and no more, without what the library counts. */
    static Map<String, Object> all(List<Asset> assets) {
        var results = assets.stream().map(AssetJson::summary).toList();
        return Map.of("total", assets.size(), "offset", 0, "results", results, "facets", Map.of());
    }

    private static Map<String, Object> row(AssetLibrary.Row row) {
        var json = summary(row.asset());
        json.put("title", row.title());
        json.put("kind", row.kind().code());
        json.put("trash", row.isTrash());
        json.put("live", row.isLive());
        json.put("extraction", row.extraction().name().toLowerCase(Locale.ROOT));
        json.put("missing", row.missing());
        return json;
    }

    /** What one may do, else the rule that stands in the way: {@code {"write": {"allowed": true, "rule": ...}}}. */
    static Map<String, Object> rights(Map<Action, Decision> rights) {
        var json = new LinkedHashMap<String, Object>();
        rights.forEach((action, decision) ->
                json.put(action.code(), Map.of("allowed", decision.allowed(), "rule", decision.rule())));
        return json;
    }

    static Map<String, Object> whole(AssetDetails details) {
        var json = summary(details.asset());
        var metadata = details.metadata();
        json.put("live", details.isLive());
        if (details.scanNote() != null) {
            json.put("scanNote", FileNotes.said(details.scanNote()));
        }
        json.put("extraction", metadata.extraction().name().toLowerCase(Locale.ROOT));
        if (metadata.note() != null) {
            json.put("note", FileNotes.said(metadata.note()));
        }
        json.put("metadata", values(metadata.values()));
        json.put("extracted", values(metadata.extracted()));
        json.put("corrected", metadata.corrected());
        json.put("properties", values(details.properties()));
        return json;
    }

    private static Map<String, Object> values(Map<String, Value> values) {
        var json = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> json.put(name, value(value)));
        return json;
    }

    private static Object value(Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> flag;
            case Value.Whole(long number) -> number;
            case Value.Real(double number) -> number;
            case Value.Many many -> many.values().stream().map(AssetJson::value).toList();
            default -> value.asText();
        };
    }
}
