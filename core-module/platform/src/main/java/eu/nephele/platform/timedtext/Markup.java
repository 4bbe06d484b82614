package eu.nephele.platform.timedtext;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags and entities in the text of cues: WebVTT has both, SubRip a few tags. */
final class Markup {

    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|nbsp|lrm|rlm|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
    private static final Pattern SHARED_TAG = Pattern.compile("</?[biu]>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBRIP_TAG =
            Pattern.compile("</?(?:[biu]|font(?:\\s[^<>]*)?)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY = Pattern.compile(TAG + "|" + ENTITY + "|[^<&]+|.", Pattern.DOTALL);
    private static final String PLACE = "{\\";
    private static final String HIDDEN_PLACE = "{\u2060\\";
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "nbsp", "\u00a0", "lrm", "\u200e", "rlm", "\u200f");

    private Markup() {}

    /** The text alone. */
    static String plain(String payload) {
        return decoded(TAG.matcher(payload).replaceAll(""));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** WebVTT's payload as SubRip writes it: with bold, italic and underlined alone. */
    static String toSubRip(String payload) {
        var text = new StringBuilder();
        var said = new StringBuilder();
        var parts = ANY.matcher(payload);
        while (parts.find()) {
            var part = parts.group();
            if (SHARED_TAG.matcher(part).matches()) {
                text.append(hidden(said.toString())).append(part);
                said.setLength(0);
            } else if (!TAG.matcher(part).matches()) {
                said.append(decoded(part));
            }
        }
        return text.append(hidden(said.toString())).toString();
    }

    /** SubRip's text as a payload of WebVTT. */
    static String ofSubRip(String text) {
        var payload = new StringBuilder();
        var parts = ANY.matcher(text);
        while (parts.find()) {
            var part = parts.group();
            if (SHARED_TAG.matcher(part).matches()) {
                payload.append(part.toLowerCase(Locale.ROOT));
            } else if (!SUBRIP_TAG.matcher(part).matches()) {
                payload.append(escaped(decoded(part).replace(HIDDEN_PLACE, PLACE)));
            }
        }
        return payload.toString();
    }

    /** What SubRip would take for a tag, an entity or a place is written as what it is. */
    private static String hidden(String text) {
        return text.replaceAll("&(?=(?:amp|lt|gt|nbsp|lrm|rlm|#\\d+|#[xX][0-9a-fA-F]+);)", "&amp;")
                .replace("<", "&lt;")
                .replace(PLACE, HIDDEN_PLACE);
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "");
        }
        var hexadecimal = Character.toLowerCase(entity.charAt(1)) == 'x';
        var point = Integer.parseInt(entity.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return Character.isValidCodePoint(point) && point != 0 ? Character.toString(point) : "\ufffd";
    }
}
