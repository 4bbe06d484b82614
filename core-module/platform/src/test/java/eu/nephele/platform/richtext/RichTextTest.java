package eu.nephele.platform.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.validation.StoredProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    private static final String ID = "0a34257d-2917-3462-9cf5-2283375f3c4d";

    /** What no stored text may hold, whatever was sent. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "<\\s*(script|style|iframe|object|embed|svg|math|form|input|button|base|link|meta|template|noscript|textarea|title|xmp|frame)"
                    + "|<[^>]*\\s(on\\w+|style|srcset|srcdoc|formaction|action|id|name|xlink:href)\\s*="
                    + "|<[^>]*\\s(href|src)\\s*=\\s*\"\\s*(javascript|vbscript|data|file|blob)",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Wood &amp; metal, 5 &lt; 6, \"quoted\", it's + = ` @ {{braces}}</p>",
                "<h2>Heading</h2><h3>Below</h3><p>Čačak, Ћирилица, 日本<br>next line</p><hr>",
                "<p><strong>bold</strong> <em>italic</em> <u>under</u> <s>struck</s> <code>code</code> H<sub>2</sub>O m<sup>2</sup></p>",
                "<ul><li><p>one</p><ul><li><p>below</p></li></ul></li><li><p>two</p></li></ul>",
                "<ol start=\"3\"><li><p>three</p></li></ol>",
                "<blockquote><p>Said</p></blockquote><pre><code>a  b\nc</code></pre>",
                "<table><tbody><tr><th><p>Year</p></th><td colspan=\"2\"><p>2026</p></td></tr></tbody></table>",
                "<table><tbody><tr><th colspan=\"1\" rowspan=\"1\"><p>Year</p></th><td colspan=\"2\" rowspan=\"1\"><p>2026</p></td></tr></tbody></table>",
                "<p><a href=\"https://example.org/a?b=c&amp;d=%20e#f\">web</a> <a href=\"mailto:a@example.org\">mail</a> <a href=\"tel:+38164123\">call</a></p>",
                "<p><a href=\"nephele:" + ID + "\">entry</a> <a href=\"jcr:" + ID
                        + "\">asset</a> <a href=\"/news\">here</a></p>",
                "<p><img src=\"jcr:" + ID + "\" alt=\"A &quot;lathe&quot;\" width=\"640\" height=\"480\"></p>",
                "<figure><img src=\"jcr:" + ID
                        + "\" alt=\"A &quot;lathe&quot;\" width=\"640\" height=\"480\"><figcaption>A lathe</figcaption></figure>",
                "<p lang=\"de\" dir=\"ltr\">Größe&nbsp;5 <span lang=\"sr-Latn\">čvor</span></p>",
                "<ul>\n  <li>one</li> <li>two</li>\n</ul>\n<table>\n<tbody><tr> <td>1</td></tr></tbody></table>",
                "A text without any mark-up",
                ""
            })
    void whatIsCleanStaysByteForByte(String html) {
        assertThat(RichText.clean(html)).isEqualTo(new RichText.Cleaned(html, List.of()));
    }

    static Stream<String> hostile() {
        return HostileTexts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingThatRunsIsLeft(String html) {
        var clean = RichText.clean(html).html();

        assertThat(clean).doesNotContainPattern(DANGEROUS);
        assertThat(RichText.clean(clean).html()).isEqualTo(clean);
    }

    @Test
    void whatIsTakenOutIsNamedOnceAndItsTextStaysWhereItIsText() {
        var cleaned = RichText.clean(
                "<p style=\"color: red\" onclick=\"x()\">Red</p><font>plain</font><font>!</font><script>alert(1)</script>");

        assertThat(cleaned.html()).isEqualTo("<p>Red</p>plain!");
        assertThat(cleaned.removed()).containsExactly("p style", "p onclick", "font", "script");
    }

    @Test
    void aPictureFromElsewhereGoesAltogetherALinkLeavesItsText() {
        var cleaned = RichText.clean(
                "<p>See <img src=\"https://tracker.example/p.gif\" alt=\"x\"><a href=\"javascript:alert(1)\">this</a></p>");

        assertThat(cleaned.html()).isEqualTo("<p>See this</p>");
        assertThat(cleaned.removed()).containsExactlyInAnyOrder("img", "a");
    }

    @Test
    void theSampleContentIsCleanAlready() {
        var folder = Path.of("").toAbsolutePath().getParent().getParent().resolve("light-modules");
        try (var modules = LightModules.load(List.of(folder))) {
            var definitions = modules.current();
            var looked = new AtomicInteger();
            for (var entry : modules.sampleContent()) {
                var model = definitions
                        .contentType(entry.contentType())
                        .orElseThrow()
                        .model();
                entry.properties().forEach((name, value) -> {
                    var rich = StoredProperty.of(name, model, definitions.site())
                            .filter(stored -> stored.property().type() == PropertyType.Scalar.RICH_TEXT);
                    if (rich.isPresent() && value instanceof String html) {
                        assertThat(RichText.clean(html))
                                .as(entry.file())
                                .isEqualTo(new RichText.Cleaned(html, List.of()));
                        looked.incrementAndGet();
                    }
                });
            }
            assertThat(looked).hasValueGreaterThan(100);
        }
    }

    @Test
    void carelessMarkUpIsPutInOrder() {
        assertThat(RichText.clean("<P>one<BR/>two<p>three").html()).isEqualTo("<p>one<br>two</p><p>three</p>");
        assertThat(RichText.clean("5 < 6 & 7 > 6").html()).isEqualTo("5 &lt; 6 &amp; 7 &gt; 6");
        assertThat(RichText.clean("<ul><li>one<li>two</ul>").html()).isEqualTo("<ul><li>one</li><li>two</li></ul>");
    }

    @Property(tries = 3000)
    void aCleanTextIsCleanHoweverItCameAbout(@ForAll("soups") String soup) {
        var once = RichText.clean(soup).html();

        assertThat(once).doesNotContainPattern(DANGEROUS);
        assertThat(RichText.clean(once)).isEqualTo(new RichText.Cleaned(once, List.of()));
    }

    /** Pieces of mark-up in any order, well-formed or not. */
    @Provide
    Arbitrary<String> soups() {
        var pieces = Stream.concat(
                        Stream.of(
                                "<p>",
                                "</p>",
                                "<div>",
                                "</div>",
                                "<ul>",
                                "<ol>",
                                "<li>",
                                "</li>",
                                "</ul>",
                                "</ol>",
                                "<b>",
                                "</b>",
                                "<table>",
                                "<tr>",
                                "<td>",
                                "</td>",
                                "</tr>",
                                "</table>",
                                "<thead>",
                                "<tbody>",
                                "<caption>",
                                "<a href=\"https://a.example\">",
                                "<a href=\"http://b.example/(x)\">",
                                "</a>",
                                "<h1>",
                                "</h1>",
                                "<br>",
                                "<img src=\"jcr:" + ID + "\">",
                                "<blockquote>",
                                "</blockquote>",
                                "<pre>",
                                "\n",
                                "</pre>",
                                "<dl>",
                                "<dt>",
                                "<dd>",
                                "<span lang='de'>",
                                "</span>",
                                "<q>",
                                "text",
                                " ",
                                "&amp;",
                                "&lt;script&gt;",
                                "&#x61;",
                                "&nbsp;",
                                "<figure>",
                                "<s>",
                                "<code>",
                                "</code>",
                                "<",
                                ">",
                                "\"",
                                "'",
                                "=",
                                "<!--",
                                "-->",
                                "<![CDATA[",
                                "]]>",
                                "<?x ?>",
                                "</",
                                "\u0000",
                                "\ud83d\ude00",
                                "<hr>",
                                "<sub>",
                                "<ins>",
                                "<em>",
                                "</em>"),
                        HostileTexts.all().stream())
                .toList();
        return Arbitraries.of(pieces).list().ofMaxSize(14).map(parts -> String.join("", parts));
    }
}
