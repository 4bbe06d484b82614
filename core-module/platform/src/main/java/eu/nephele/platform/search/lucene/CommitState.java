package eu.nephele.platform.search.lucene;

import eu.nephele.api.search.IndexSchema;
import eu.nephele.api.search.IndexSchema.FieldKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;

/**
 * What is committed with the documents: how far they follow the change log, by which schema they were built, and whether a
 * rebuild has made the index complete.
 */
record CommitState(IndexSchema schema, long position, boolean complete) {

    private static final String FIELDS = "fields";
    private static final String VERSION = "version";
    private static final String POSITION = "position";
    private static final String COMPLETE = "complete";

    static CommitState read(String index, IndexWriter writer) throws CorruptIndexException {
        var data = new LinkedHashMap<String, String>();
        var stored = writer.getLiveCommitData();
        if (stored != null) {
            stored.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        try {
            var fields = new LinkedHashMap<String, FieldKind>();
            data.get(FIELDS).lines().forEach(line -> {
                var blank = line.lastIndexOf(' ');
                fields.put(line.substring(0, blank), FieldKind.valueOf(line.substring(blank + 1)));
            });
            var schema = new IndexSchema(index, fields, Integer.parseInt(data.get(VERSION)));
            return new CommitState(
                    schema, Long.parseLong(data.get(POSITION)), Boolean.parseBoolean(data.get(COMPLETE)));
        } catch (RuntimeException unreadable) {
            throw new CorruptIndexException("The commit data are not ours: " + data.keySet(), index, unreadable);
        }
    }

    Map<String, String> asUserData() {
        var fields = schema.fields().entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining("\n"));
        return Map.of(
                FIELDS,
                fields,
                VERSION,
                "" + schema.version(),
                POSITION,
                "" + position,
                COMPLETE,
                Boolean.toString(complete));
    }
}
