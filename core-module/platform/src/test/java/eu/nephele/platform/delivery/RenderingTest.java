package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Value;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private final TestingDelivery delivery = new TestingDelivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void anEntryHasItsIdentityThenPropertiesThenChildrenThenTheirNames() {
        var trip = named("trips0", node("mgnl:contentNode", Map.of("river", "Soča", "km", 12)));
        var trips = named("trips", node("mgnl:contentNode", Map.of(), trip));
        var boat = delivery.publish(
                "boats", "/lakes/swift", node("t:boat", Map.of("title", "Swift", "tags", List.of("a", "b")), trips));

        var stored = boat.children().getFirst();
        assertThat(delivery.read("delivery/boats/lakes/swift")).isEqualTo("""
                        {"@name":"swift","@path":"/lakes/swift","@id":"%s","@nodeType":"t:boat",\
                        "title":"Swift","tags":["a","b"],\
                        "trips":{"@name":"trips","@path":"/lakes/swift/trips","@id":"%s","@nodeType":"mgnl:contentNode",\
                        "trips0":{"@name":"trips0","@path":"/lakes/swift/trips/trips0","@id":"%s","@nodeType":"mgnl:contentNode",\
                        "river":"Soča","km":12,"@nodes":[]},"@nodes":["trips0"]},"@nodes":["trips"]}\
                        """.formatted(
                        boat.id(), stored.id(), stored.children().getFirst().id()));
    }

    @Test
    void valuesKeepTheirTypes() {
        var values = new LinkedHashMap<String, Object>();
        values.put("title", "Swift \"2\"\n");
        values.put("launched", "2012-10");
        values.put("surveyed", Value.of(OffsetDateTime.parse("2030-06-03T14:32:41.867+07:00")));
        values.put("home", "44.8178,20.4569");
        values.put("crew", 9007199254740993L);
        values.put("length", 4.2);
        values.put("price", Value.of(new BigDecimal("1.34235710E+6").setScale(2)));
        values.put("afloat", true);
        values.put("tags", List.of());
        var boat = delivery.publish("boats", "/swift", node("t:boat", values));

        assertThat(delivery.read("delivery/boats/swift")).isEqualTo("""
                        {"@name":"swift","@path":"/swift","@id":"%s","@nodeType":"t:boat","title":"Swift \\"2\\"\\n",\
                        "tags":[],"launched":"2012-10","surveyed":"2030-06-03T14:32:41.867+07:00",\
                        "home":{"lat":44.8178,"lon":20.4569},"crew":9007199254740993,"length":4.2,"price":1342357.10,\
                        "afloat":true,"@nodes":[]}\
                        """.formatted(boat.id()));
    }

    @Test
    void onOurEndpointsTypedReferencesAreResolvedOnceAndCodesKeepTheirCode() {
        var boat = new LinkedHashMap<String, Object>();
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard", "country", "IT")));
        boat.put("title", "Swift");
        boat.put("country", "RS");
        boat.put("yard", yard.id());
        var swift = delivery.publish("boats", "/swift", node("t:boat", boat));
        delivery.publish(
                "yards", "/y", node("t:yard", Map.of("name", "Yard", "country", "IT", "flagship", swift.id())));

        assertThat(delivery.read("delivery/boats/swift"))
                .contains("\"country\":\"RS\",\"yard\":{\"@name\":\"y\",\"@path\":\"/y\",\"@id\":\"" + yard.id() + "\"")
                .contains("\"name\":\"Yard\",\"country\":\"IT\",\"flagship\":\"" + swift.id() + "\",\"@nodes\":[]}");
    }

    @Test
    void aReferenceToNothingLiveKeepsItsId() {
        var nothing = "01234567-89ab-cdef-0123-456789abcdef";
        delivery.publish("boats", "/a", node("t:boat", Map.of("yard", nothing, "cover", "jcr:" + nothing)));

        assertThat(delivery.read("delivery/boats/a"))
                .contains("\"yard\":\"" + nothing + "\"", "\"cover\":\"jcr:" + nothing + "\"");
    }

    @Test
    void aReferenceToAnEntryOfAnotherTypeKeepsItsId() {
        var other = delivery.publish("boats", "/other", node("t:boat", Map.of("title", "Other")));
        delivery.publish("boats", "/a", node("t:boat", Map.of("yard", other.id())));

        assertThat(delivery.read("delivery/boats/a")).contains("\"yard\":\"" + other.id() + "\"");
    }

    @Test
    void onMagnoliaEndpointsRulesSayWhatIsResolvedAndACycleIsItsId() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard")));
        var one = delivery.publish("boats", "/one", node("t:boat", Map.of("title", "One")));
        var two =
                delivery.publish("boats", "/two", node("t:boat", Map.of("title", "Two", "sisters", List.of(one.id()))));
        delivery.publish(
                "boats",
                "/one",
                node("t:boat", Map.of("title", "One", "yard", yard.id(), "sisters", List.of(two.id()))));

        assertThat(delivery.read("delivery/boats/v2/one")).isEqualTo("""
                        {"@name":"one","@path":"/one","@id":"%1$s","@nodeType":"t:boat","title":"One",\
                        "yard":{"@name":"y","@path":"/y","@id":"%3$s","@nodeType":"t:yard","@link":"/.rest/delivery/yards/y"},\
                        "sisters":[{"@name":"two","@path":"/two","@id":"%2$s","@nodeType":"t:boat","title":"Two",\
                        "sisters":[{"@id":"%1$s"}],"@nodes":[]}],"@nodes":[]}\
                        """.formatted(one.id(), two.id(), yard.id()));
    }

    @Test
    void anAssetHasItsLinkItsMetadataAsStringsAndItsRenditions() {
        var asset = asset();
        delivery.publish("boats", "/swift", node("t:boat", Map.of("cover", "jcr:" + asset.id())));

        assertThat(delivery.read("delivery/boats/v2/swift", "lang=de")).contains("""
                        "cover":{"@name":"swift.jpg","@path":"/boats/swift.jpg","@id":"jcr:%1$s",\
                        "@link":"/dam/jcr:%1$s/swift%%201.jpg","metadata":{"fileName":"swift 1.jpg","mimeType":"image/jpeg",\
                        "caption":"Am See","alt":"A boat","creator":["Ann"],"fileSize":"2048","height":"600","width":"800",\
                        "format":"image/jpeg"},"renditions":{"small":{"mimeType":"image/jpeg",\
                        "link":"/.imaging/mte/nephele/small/dam/boats/swift.jpg/jcr:content/swift%%201.jpg"}}}\
                        """.formatted(asset.id()));
    }

    @Test
    void anOfficeFileHasRenditionsWhenItBringsAPicture() {
        var type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        var file = named("jcr:content", node("mgnl:resource", Map.of("fileName", "letter.docx", "mimeType", type)));
        var known = named("metadata", node("mgnl:contentNode", Map.of("thumbnail", true)));
        var plain = delivery.publish("dam", "/boats/letter.docx", node("mgnl:asset", Map.of(), file));
        var pictured = delivery.publish("dam", "/boats/other.docx", node("mgnl:asset", Map.of(), file, known));
        delivery.publish("boats", "/swift", node("t:boat", Map.of("cover", "jcr:" + plain.id())));
        delivery.publish("boats", "/slow", node("t:boat", Map.of("cover", "jcr:" + pictured.id())));

        assertThat(delivery.read("delivery/boats/v2/swift"))
                .contains("\"mimeType\":\"" + type)
                .doesNotContain("renditions", ".imaging");
        assertThat(delivery.read("delivery/boats/v2/slow"))
                .contains("\"renditions\":{\"small\":{\"mimeType\":\"image/jpeg\"")
                .doesNotContain("thumbnail");
    }

    @Test
    void anAssetOfAReferencedEntryIsShownOnOurEndpoints() {
        var asset = asset();
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Y", "sign", "jcr:" + asset.id())));
        delivery.publish("boats", "/a", node("t:boat", Map.of("yard", yard.id())));

        assertThat(delivery.read("delivery/boats/a")).contains("\"sign\":{\"@name\":\"swift.jpg\"");
    }

    @Test
    void largeDecimalsAreWrittenInFull() {
        delivery.publish("boats", "/a", node("t:boat", Map.of("price", Value.of(new BigDecimal("2.48E+7")))));

        assertThat(delivery.read("delivery/boats/a")).contains("\"price\":24800000");
    }

    private ContentNode asset() {
        var content = named(
                "jcr:content",
                node(
                        "mgnl:resource",
                        Map.of(
                                "fileName",
                                "swift 1.jpg",
                                "size",
                                2048,
                                "width",
                                800,
                                "height",
                                600,
                                "mimeType",
                                "image/jpeg")));
        return delivery.publish(
                "dam",
                "/boats/swift.jpg",
                node(
                        "mgnl:asset",
                        Map.of("caption", "By the lake", "caption_de", "Am See", "alt", "A boat", "creator", "Ann"),
                        content));
    }

    @Test
    void confidentialPropertiesAreShownNowhere() {
        var ledger = named(
                "ledger",
                node("mgnl:contentNode", Map.of(), named("ledger0", node("mgnl:contentNode", Map.of("sum", 5)))));
        var trips = named(
                "trips",
                node(
                        "mgnl:contentNode",
                        Map.of(),
                        named("trips0", node("mgnl:contentNode", Map.of("skipper", "secret", "km", 1)))));
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard", "phone", "secret")));
        delivery.publish(
                "boats",
                "/swift",
                node(
                        "t:boat",
                        Map.of("title", "Swift", "owner", "secret", "owner_de", "secret", "yard", yard.id()),
                        ledger,
                        trips));

        for (var path : List.of("delivery/boats/swift", "delivery/boats/v2/swift")) {
            for (var lang : List.of("en", "de", "all")) {
                assertThat(delivery.read(path, "lang=" + lang))
                        .contains("Swift", "\"km\":1")
                        .doesNotContain("secret", "ledger", "owner", "skipper", "phone");
            }
        }
        assertNotFound("delivery/boats/v2/swift/ledger", "/swift/ledger");
    }

    @Test
    void onOurEndpointsOnlyDeclaredPropertiesAreShownAndTheMarkOfSamples() {
        delivery.publish("boats", "/a", node("t:boat", Map.of("title", "A", "gone", "x", "isSample", true)));

        assertThat(delivery.read("delivery/boats/a"))
                .contains("\"title\":\"A\",\"isSample\":true")
                .doesNotContain("gone");
        assertThat(delivery.read("delivery/boats/v2/a")).contains("\"gone\":\"x\"");
    }

    @Test
    void systemPropertiesAreShownOnlyWhereTheEndpointNamesThem() {
        var modified = Value.of(OffsetDateTime.parse("2026-01-02T03:04:05.006+01:00"));
        delivery.publish("boats", "/a", node("t:boat", Map.of("mgnl:lastModified", modified, "mgnl:createdBy", "ann")));

        assertThat(delivery.read("delivery/boats/v2/a"))
                .contains("\"mgnl:lastModified\":\"2026-01-02T03:04:05.006+01:00\"")
                .doesNotContain("createdBy");
        assertThat(delivery.read("delivery/boats/a")).doesNotContain("mgnl:");
    }

    @Test
    void fieldsChooseThePropertiesAndLabelsGoBesideCodes() {
        var boat = delivery.publish(
                "boats",
                "/a",
                node("t:boat", Map.of("title", "A", "country", "IT", "kind", "racer", "crew", 2, "isSample", true)));

        assertThat(delivery.read("delivery/boats/a", "fields=country,kind", "labels=true", "lang=de"))
                .isEqualTo("""
                        {"@name":"a","@path":"/a","@id":"%s","@nodeType":"t:boat","country":"IT","kind":"racer",\
                        "isSample":true,"@labels":{"country":"Italien","kind":"Rennboot"},"@nodes":[]}\
                        """.formatted(boat.id()));
    }

    @Test
    void whatIsNotLiveOrOfAnotherTypeIsNotFound() {
        delivery.publish("boats", "/folder/a", node("t:boat", Map.of("title", "A")));

        assertNotFound("delivery/boats/nothing", "/nothing");
        assertNotFound("delivery/boats/folder", "/folder");
        assertNotFound("delivery/boats/x:y/[1]", "/delivery/boats/x:y/[1]");
        assertNotFound("delivery/boats/x:y", "/x:y");
        assertNotFound("delivery/nothing", "/delivery/nothing");
    }

    @Test
    void aReferenceLoopEndsWhereTheSettingsSay() {
        var ids = new java.util.ArrayList<String>();
        for (var index = 0; index < 4; index++) {
            ids.add(delivery.publish("boats", "/b" + index, node("t:boat", Map.of("title", "B")))
                    .id());
        }
        for (var index = 0; index < 4; index++) {
            delivery.publish("boats", "/b" + index, node("t:boat", Map.of("title", "B", "sisters", ids)));
        }

        assertThat(delivery.read("delivery/boats/v2/b0").length()).isLessThan(10_000);
    }

    private void assertNotFound(String path, String message) {
        assertThatThrownBy(() -> delivery.read(path)).isInstanceOfSatisfying(PlatformException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.PATH_NOT_FOUND);
            assertThat(failure.getMessage()).isEqualTo(message);
        });
    }
}
