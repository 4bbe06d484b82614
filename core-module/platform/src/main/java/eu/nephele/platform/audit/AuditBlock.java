package eu.nephele.platform.audit;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Entries that were written together. One node for many of them, for an import makes thousands.
 *
 * @param number of the block, from 1
 * @param first number of its first entry
 * @param lines the entries as JSON
 * @param previous the hash before its first entry
 * @param hash after its last one
 */
record AuditBlock(long number, long first, List<String> lines, String previous, String hash) {

    static final String TYPE = "nph:auditBlock";
    static final String BEGINNING = "0".repeat(64);

    static AuditBlock following(long number, long first, String previous, List<String> lines) {
        return new AuditBlock(number, first, lines, previous, chained(previous, lines));
    }

    static AuditBlock of(ContentNode node) {
        var lines = node.value("lines");
        return new AuditBlock(
                Long.parseLong(node.name()),
                number(node, "first"),
                lines == null
                        ? List.of()
                        : lines.each().stream().map(Value::asText).toList(),
                String.valueOf(node.text("previous")),
                String.valueOf(node.text("hash")));
    }

    ContentNode node() {
        return ContentNode.unstored(
                Long.toString(number),
                TYPE,
                Map.of(
                        "first", Value.of(first),
                        "lines", Value.texts(lines.toArray(String[]::new)),
                        "previous", Value.of(previous),
                        "hash", Value.of(hash)),
                List.of());
    }

    long afterLast() {
        return first + lines.size();
    }

    boolean isIntact() {
        return hash.equals(chained(previous, lines));
    }

    private static String chained(String previous, List<String> lines) {
        try {
            var hash = previous;
            for (var line : lines) {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(hash.getBytes(StandardCharsets.US_ASCII));
                hash = HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
            }
            return hash;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static long number(ContentNode node, String property) {
        return Long.parseLong(String.valueOf(node.text(property)));
    }
}
