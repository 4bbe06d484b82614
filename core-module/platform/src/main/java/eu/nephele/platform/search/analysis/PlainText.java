package eu.nephele.platform.search.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;

/** Rich text without its mark-up. */
public final class PlainText {

    private PlainText() {}

    /** The text with entities resolved and blocks parted by line breaks. */
    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        try (var stripped = new HTMLStripCharFilter(new StringReader(html))) {
            var text = new StringWriter(html.length());
            stripped.transferTo(text);
            return text.toString().strip();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
