package eu.nephele.platform.richtext;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes HTML as browsers do (the serialization of the HTML standard), so that what an editor's browser sends is stored as it is. Sound for
 * elements whose text is parsed as usual, which those of {@link RichText} are.
 */
final class CleanHtml implements HtmlStreamEventReceiver {

    private static final Set<String> EMPTY = Set.of("br", "hr", "img");

    private final StringBuilder html = new StringBuilder();

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        html.append('<').append(element);
        for (var index = 0; index < attributes.size(); index += 2) {
            html.append(' ').append(attributes.get(index)).append("=\"");
            escaped(attributes.get(index + 1), true);
            html.append('"');
        }
        html.append('>');
    }

    @Override
    public void closeTag(String element) {
        if (!EMPTY.contains(element)) {
            html.append("</").append(element).append('>');
        }
    }

    @Override
    public void text(String text) {
        escaped(text, false);
    }

    private void escaped(String text, boolean inAttribute) {
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            switch (letter) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '\u00a0' -> html.append("&nbsp;");
                case '"' -> html.append(inAttribute ? "&quot;" : "\"");
                default -> html.append(letter);
            }
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
