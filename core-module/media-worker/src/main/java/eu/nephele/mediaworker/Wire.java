package eu.nephele.mediaworker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts, lists and maps as bytes. Whoever reads is safe from a sender that has lost its mind: everything has a limit. */
final class Wire {

    static final int MAX_TEXT_BYTES = 16 * 1024 * 1024;
    static final int MAX_ITEMS = 10_000;
    private static final int MAX_TOTAL_BYTES = 64 * 1024 * 1024;

    private Wire() {}

    static void writeText(DataOutputStream output, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    static String readText(DataInputStream input) throws IOException {
        var bytes = new byte[limited(input.readInt(), MAX_TEXT_BYTES)];
        input.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static List<String> readTexts(DataInputStream input) throws IOException {
        var count = limited(input.readInt(), MAX_ITEMS);
        var texts = new ArrayList<String>(Math.min(count, 100));
        var total = 0L;
        for (var index = 0; index < count; index++) {
            var text = readText(input);
            total += text.length();
            if (total > MAX_TOTAL_BYTES) {
                throw new IOException("The answer is too long");
            }
            texts.add(text);
        }
        return texts;
    }

    static void writeMap(DataOutputStream output, Map<String, String> map) throws IOException {
        output.writeInt(map.size());
        for (var entry : map.entrySet()) {
            writeText(output, entry.getKey());
            writeText(output, entry.getValue());
        }
    }

    static Map<String, String> readMap(DataInputStream input) throws IOException {
        var count = limited(input.readInt(), MAX_ITEMS);
        var map = new LinkedHashMap<String, String>();
        for (var index = 0; index < count; index++) {
            map.put(readText(input), readText(input));
        }
        return map;
    }

    private static int limited(int number, int limit) throws IOException {
        if (number < 0 || number > limit) {
            throw new IOException("%d is not between 0 and %d".formatted(number, limit));
        }
        return number;
    }
}
