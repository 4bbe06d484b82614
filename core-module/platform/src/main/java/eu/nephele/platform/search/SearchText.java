package eu.nephele.platform.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a user typed, taken apart: words, "phrases", -excluded ones. */
record SearchText(List<Part> parts) {

    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_PARTS = 32;
    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

    /** Phones and word processors put them in the place of the plain ones. */
    private static final Pattern QUOTES = Pattern.compile("[„“”‟«»＂]");

    /** @param last whether the user may still be typing it */
    record Part(String text, boolean phrase, boolean excluded, boolean last) {}

    SearchText {
        parts = List.copyOf(parts);
    }

    /** Refuses texts of more than 1,000 characters or 32 words. */
    static SearchText parse(String typed) {
        if (typed.length() > MAX_LENGTH) {
            throw Refusals.query(
                    "q",
                    "maxLength",
                    "A search text has at most %d characters, not %d".formatted(MAX_LENGTH, typed.length()));
        }
        var parts = new ArrayList<Part>();
        var matcher = PART.matcher(QUOTES.matcher(typed).replaceAll("\""));
        while (matcher.find()) {
            var phrase = matcher.group(2) != null;
            var text = phrase ? matcher.group(2) : matcher.group(3);
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                var last = !phrase && matcher.end() == typed.length();
                parts.add(new Part(text, phrase, !matcher.group(1).isEmpty(), last));
            }
        }
        if (parts.size() > MAX_PARTS) {
            throw Refusals.query(
                    "q", "maxWords", "A search text has at most %d words, not %d".formatted(MAX_PARTS, parts.size()));
        }
        return new SearchText(parts);
    }
}
