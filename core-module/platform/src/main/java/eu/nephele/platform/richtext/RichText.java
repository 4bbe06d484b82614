package eu.nephele.platform.richtext;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/**
 * What a rich text may hold: structure, links and pictures of ours. Looks, scripts and everything else are taken out, whoever sends
 * them. What is clean stays byte for byte as it is.
 */
public final class RichText {

    private static final Pattern ASSET = Pattern.compile("jcr:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern GAP = Pattern.compile(">[ \\t\\n\\f\\r]+<");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,5}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern LIST_STYLE = Pattern.compile("[1aAiI]");

    /** A text that is not stable after this many rounds is kept without any mark-up. */
    private static final int ROUNDS = 4;

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure")
            .allowElements("figcaption", "ul", "ol", "li", "dl", "dt", "dd", "strong", "b", "em", "i", "u", "s", "del")
            .allowElements("ins", "sub", "sup", "small", "mark", "code", "kbd", "samp", "var", "cite", "q", "abbr")
            .allowElements("dfn", "time", "span", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowElements((name, attributes) -> attributes.contains("href") ? name : null, "a")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
            // The last two are those of InnerLinks.
            .allowUrlProtocols("http", "https", "mailto", "tel", "nephele", "jcr")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("hreflang")
            .matching(LANGUAGE)
            .onElements("a")
            .allowAttributes("src")
            .matching(ASSET)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "img", "abbr", "dfn")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(true, "row", "col", "rowgroup", "colgroup")
            .onElements("th")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("type")
            .matching(LIST_STYLE)
            .onElements("ol")
            .allowAttributes("datetime")
            .matching(Pattern.compile("[0-9TZ:.+-]{4,35}"))
            .onElements("time")
            .allowAttributes("lang")
            .matching(LANGUAGE)
            .globally()
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl", "auto")
            .globally()
            .toFactory();

    /** @param removed elements ({@code script}), and attributes of others ({@code a onclick}), each once */
    public record Cleaned(String html, List<String> removed) {}

    private RichText() {}

    public static Cleaned clean(String html) {
        var removed = new LinkedHashSet<String>();
        var given = html;
        for (var round = 0; round < ROUNDS; round++) {
            var cleaned = once(given, removed);
            if (cleaned.equals(given) || withoutGaps(cleaned).equals(withoutGaps(given))) {
                return new Cleaned(given, new ArrayList<>(removed));
            }
            given = cleaned;
        }
        removed.add("*");
        return new Cleaned(textOf(given), new ArrayList<>(removed));
    }

    /** The library takes space between list items and table cells away. It harms nobody: with it a text is as clean as without. */
    private static String withoutGaps(String html) {
        return GAP.matcher(html).replaceAll("><");
    }

    private static String once(String html, LinkedHashSet<String> removed) {
        var out = new CleanHtml();
        HtmlSanitizer.sanitize(html, ALLOWED.apply(out, new Removals(), removed));
        return out.toString();
    }

    private static String textOf(String html) {
        var out = new CleanHtml();
        HtmlSanitizer.sanitize(html, new HtmlPolicyBuilder().toFactory().apply(out));
        return out.toString();
    }

    private static final class Removals implements HtmlChangeListener<LinkedHashSet<String>> {

        @Override
        public void discardedTag(@Nullable LinkedHashSet<String> removed, String element) {
            if (removed != null) {
                removed.add(element);
            }
        }

        @Override
        public void discardedAttributes(@Nullable LinkedHashSet<String> removed, String element, String... attributes) {
            for (var attribute : attributes) {
                if (removed != null) {
                    removed.add(element + " " + attribute);
                }
            }
        }
    }
}
