package eu.nephele.mediaworker;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers a document's text page by page (slides count as pages; a document without pages is one), up to a limit. */
final class PageTexts extends DefaultHandler {

    static final int MAX_CHARACTERS = 2_000_000;
    private static final int MAX_PAGES = 5_000;

    /** Thrown to stop the parser. */
    static final class Full extends SAXException {
        private static final long serialVersionUID = 1;

        Full() {
            super("enough");
        }
    }

    private final List<String> pages = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private boolean inBody;
    private boolean arePages;
    private int characters;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        if (localName.equals("body")) {
            inBody = true;
        }
        var kind = attributes.getValue("class");
        if (localName.equals("div") && ("page".equals(kind) || "slide-content".equals(kind))) {
            turn();
            arePages = true;
            // A page without text is a page all the same.
            page.append('\f');
        } else if (isBlock(localName)) {
            space('\n');
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        if (localName.equals("body")) {
            inBody = false;
        } else if (localName.equals("td") || localName.equals("th")) {
            space('\t');
        } else if (isBlock(localName)) {
            space('\n');
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inBody) {
            return;
        }
        var room = Math.min(length, MAX_CHARACTERS - characters);
        page.append(text, start, room);
        characters += room;
        if (room < length) {
            throw new Full();
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        space(' ');
    }

    static boolean isFull(Throwable reason) {
        for (var cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof Full) {
                return true;
            }
        }
        return false;
    }

    /** All pages; none when there is no text at all. */
    List<String> texts() {
        turn();
        return pages.stream().allMatch(String::isEmpty) && pages.size() < 2 ? List.of() : List.copyOf(pages);
    }

    /** Whether the parser has told where pages begin. */
    boolean arePages() {
        return arePages;
    }

    /** Words as people count them, in any script. */
    static long words(List<String> texts) {
        var words = 0L;
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        for (var text : texts) {
            breaks.setText(text);
            for (int start = breaks.first(), end = breaks.next();
                    end != BreakIterator.DONE;
                    start = end, end = breaks.next()) {
                if (Character.isLetterOrDigit(text.codePointAt(start))) {
                    words++;
                }
            }
        }
        return words;
    }

    private void turn() {
        if (!page.isEmpty() && pages.size() < MAX_PAGES) {
            var text = page.toString()
                    .replace("\f", "")
                    .replaceAll("[ \\t\\x0B\\r]+", " ")
                    .replaceAll(" ?\\n[ \\n]*", "\n")
                    .strip();
            if (page.indexOf("\f") >= 0 || !text.isEmpty()) {
                pages.add(text);
            }
        }
        page.setLength(0);
    }

    private void space(char space) {
        if (inBody && !page.isEmpty() && page.charAt(page.length() - 1) != '\n') {
            page.append(space);
        }
    }

    private static boolean isBlock(String element) {
        return switch (element) {
            case "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6" -> true;
            default -> false;
        };
    }
}
