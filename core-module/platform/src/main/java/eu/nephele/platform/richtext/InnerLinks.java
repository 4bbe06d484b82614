package eu.nephele.platform.richtext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/**
 * The links of a rich text to entries ({@code nephele:<id>}) and to assets ({@code jcr:<id>}, of pictures too). They name what they lead to and not where it
 * is, so they stay right when it is moved.
 */
public final class InnerLinks {

    private static final Pattern SCHEME = Pattern.compile("(nephele|jcr):", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile(
            "((?:nephele|jcr):)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(#.*)?", Pattern.CASE_INSENSITIVE);

    private InnerLinks() {}

    /** Where something is. */
    @FunctionalInterface
    public interface Addresses {

        /**
         * @param picture whether it is shown in the text, and not linked to
         * @return empty for what nobody is to be led to
         */
        Optional<String> of(String id, boolean picture);
    }

    /** The ids of all that a text leads to or shows. */
    public static Set<String> targets(String html) {
        var ids = new TreeSet<String>();
        rewrite(html, (link, picture) -> {
            ids.add(id(link));
            return link.group();
        });
        return ids;
    }

    /** The text with addresses instead. A link to what has none is its text alone; a picture without one is left out. */
    public static String resolved(String html, Addresses addresses) {
        return rewrite(
                html,
                (link, picture) -> addresses
                        .of(id(link), picture)
                        .map(address -> address + (link.group(3) == null ? "" : link.group(3)))
                        .orElse(null));
    }

    /** The text leading to another entry, or asset, instead of one. */
    public static String replaced(String html, String id, String replacement) {
        return targets(html).contains(id)
                ? rewrite(
                        html,
                        (link, picture) -> id(link).equals(id)
                                ? link.group(1) + replacement + (link.group(3) == null ? "" : link.group(3))
                                : link.group())
                : html;
    }

    private static String id(Matcher link) {
        return link.group(2).toLowerCase(Locale.ROOT);
    }

    private static String rewrite(String html, Rewriting.Rule rule) {
        if (!SCHEME.matcher(html).find()) {
            return html;
        }
        var rewriting = new Rewriting(rule);
        HtmlSanitizer.sanitize(html, rewriting);
        return rewriting.out.toString();
    }

    /** Writes a text as it is read, but for its inner links. */
    private static final class Rewriting implements HtmlSanitizer.Policy {

        private interface Rule {

            /** What stands there instead; null where the link is to go. */
            @Nullable
            String instead(Matcher link, boolean picture);
        }

        private final CleanHtml out = new CleanHtml();
        private final Deque<Boolean> isLinkKept = new ArrayDeque<>();
        private final Rule rule;

        Rewriting(Rule rule) {
            this.rule = rule;
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            var rewritten = rewritten(element, attributes);
            if (element.equals("a")) {
                isLinkKept.push(rewritten != null);
            }
            if (rewritten != null) {
                out.openTag(element, rewritten);
            }
        }

        /** Null where the element is to go. */
        private @Nullable List<String> rewritten(String element, List<String> attributes) {
            var picture = element.equals("img");
            var linking = picture ? "src" : "href";
            if (!picture && !element.equals("a")) {
                return attributes;
            }
            var rewritten = new ArrayList<>(attributes);
            for (var index = 0; index < rewritten.size(); index += 2) {
                var value = rewritten.get(index + 1).strip();
                if (rewritten.get(index).equals(linking)
                        && SCHEME.matcher(value).lookingAt()) {
                    var link = LINK.matcher(value);
                    var instead = link.matches() ? rule.instead(link, picture) : null;
                    if (instead == null) {
                        return null;
                    }
                    rewritten.set(index + 1, instead);
                }
            }
            return rewritten;
        }

        @Override
        public void closeTag(String element) {
            if (!element.equals("a") || !Boolean.FALSE.equals(isLinkKept.poll())) {
                out.closeTag(element);
            }
        }

        @Override
        public void text(String text) {
            out.text(text);
        }

        @Override
        public void openDocument() {
            out.openDocument();
        }

        @Override
        public void closeDocument() {
            out.closeDocument();
        }
    }
}
