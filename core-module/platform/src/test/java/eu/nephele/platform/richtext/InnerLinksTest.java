package eu.nephele.platform.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InnerLinksTest {

    private static final String ONE = "0a34257d-2917-3462-9cf5-2283375f3c4d";
    private static final String TWO = "6b35aaef-1111-4222-8333-123456789abc";

    @Test
    void targetsAreThoseOfLinksAndPicturesAndNotWhatTheTextMentions() {
        var html = "<p><a href=\"nephele:%s#top\">one</a> <img src=\"jcr:%s\"> jcr:%s</p>"
                .formatted(ONE, TWO, "11111111-2222-3333-4444-555555555555");

        assertThat(InnerLinks.targets(html)).containsExactly(ONE, TWO);
        assertThat(InnerLinks.targets("<p><a href=\"https://example.org/nephele:x\">web</a></p>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p><a href="nephele:ONE" title="x">a <b>b</b></a></p>       | <p><a href="/at/ONE" title="x">a <b>b</b></a></p>
            <p><a href="NEPHELE:ONE#part-2">a</a></p>                   | <p><a href="/at/ONE#part-2">a</a></p>
            <p>See <a href="nephele:TWO">a <b>b</b></a>, <a href="/c">c</a></p> | <p>See a <b>b</b>, <a href="/c">c</a></p>
            <p><a href="nephele:nothing">a</a></p>                      | <p>a</p>
            <figure><img src="jcr:ONE" alt="A &amp; B"></figure>        | <figure><img src="/shown/ONE" alt="A &amp; B"></figure>
            <figure><img src="jcr:TWO" alt="x"><figcaption>c</figcaption></figure> | <figure><figcaption>c</figcaption></figure>
            <p>nephele: 5 &lt; 6&nbsp;&amp; "q"<br>no link</p>          | <p>nephele: 5 &lt; 6&nbsp;&amp; "q"<br>no link</p>
            """)
    void linksBecomeAddressesAndThoseWithoutOneTheirText(String stored, String delivered) {
        var resolved = InnerLinks.resolved(
                stored.replace("ONE", ONE).replace("TWO", TWO),
                (id, picture) -> id.equals(ONE) ? Optional.of((picture ? "/shown/" : "/at/") + id) : Optional.empty());

        assertThat(resolved).isEqualTo(delivered.replace("ONE", ONE));
    }

    @Test
    void anAddressIsWrittenAsTextOfAnAttribute() {
        assertThat(InnerLinks.resolved(
                        "<a href=\"jcr:" + ONE + "\">a</a>", (id, picture) -> Optional.of("/a?b=\"&c=<")))
                .isEqualTo("<a href=\"/a?b=&quot;&amp;c=&lt;\">a</a>");
    }

    @Test
    void aTextLeadsElsewhereWhereItLedToTheReplaced() {
        var html = "<p><a href=\"nephele:%s#x\">one</a> <a href=\"nephele:%s\">two</a></p>";

        assertThat(InnerLinks.replaced(html.formatted(ONE, TWO), ONE, TWO)).isEqualTo(html.formatted(TWO, TWO));
        assertThat(InnerLinks.replaced("<ul> <li>" + ONE + "</li></ul>", ONE, TWO))
                .isEqualTo("<ul> <li>" + ONE + "</li></ul>");
    }
}
