package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.contenttype.Model;
import eu.nephele.api.contenttype.Property;
import eu.nephele.api.contenttype.PropertyType;
import eu.nephele.api.failure.ErrorKind;
import eu.nephele.api.failure.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All properties of all content types at all doors of all endpoints: what is not delivered cannot be asked about in any way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldSecurityTest {

    private static final String SECRET = "secretword";
    private static final List<String> ENDPOINTS =
            List.of("delivery/boats", "delivery/boats/v2", "delivery/boats_flat", "delivery/yards", "delivery/search");

    private final TestingLiveDelivery live = new TestingLiveDelivery();

    /** @param path with slashes @param hidden whether it, or what it lies in, is confidential @param levels of nodes above it */
    record Walked(String type, String path, Property property, boolean hidden, int levels) {
        @Override
        public String toString() {
            return type + " " + path + (hidden ? " (confidential)" : "");
        }
    }

    @BeforeAll
    void publish() throws InterruptedException {
        var ledger = named(
                "ledger",
                node("mgnl:contentNode", Map.of(), named("ledger0", node("mgnl:contentNode", Map.of("sum", 4711)))));
        var trips = named(
                "trips",
                node(
                        "mgnl:contentNode",
                        Map.of(),
                        named(
                                "trips0",
                                node("mgnl:contentNode", Map.of("skipper", SECRET, "km", 5, "river", "Sava")))));
        live.content.save(
                "boats",
                "/b-one",
                node("t:boat", Map.of("title", "One", "owner", SECRET, "country", "IT"), ledger, trips));
        live.content.save("yards", "/y", node("t:yard", Map.of("name", "Yard", "phone", SECRET, "country", "IT")));
        live.settle();
    }

    @AfterAll
    void close() throws Exception {
        live.close();
    }

    static Stream<Walked> properties() {
        var definitions = TestingDelivery.boats();
        var walked = new ArrayList<Walked>();
        definitions
                .contentTypes()
                .values()
                .forEach(type ->
                        walk(walked, type.name(), type.model(), type.model().subModels(), "", false, 0));
        return walked.stream();
    }

    private static void walk(
            List<Walked> walked,
            String type,
            Model model,
            List<Model> nested,
            String prefix,
            boolean hidden,
            int levels) {
        for (var property : model.properties()) {
            var isHidden = hidden || property.confidential();
            walked.add(new Walked(type, prefix + property.name(), property, isHidden, levels));
            if (property.type() instanceof PropertyType.Nested(String name)) {
                nested.stream()
                        .filter(sub -> sub.name().equals(name))
                        .forEach(sub -> walk(
                                walked,
                                type,
                                sub,
                                nested,
                                prefix + property.name() + "/",
                                isHidden,
                                levels + (property.multiple() ? 2 : 1)));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("properties")
    void whatIsNotDeliveredOpensNoDoor(Walked walked) {
        for (var endpoint : ENDPOINTS) {
            var allowed =
                    properties().anyMatch(other -> other.path().equals(walked.path()) && isDelivered(endpoint, other));
            for (var door : doors(walked.path())) {
                if (!allowed) {
                    assertThatThrownBy(() -> live.read(endpoint, door))
                            .as("%s?%s", endpoint, door)
                            .isInstanceOfSatisfying(PlatformException.class, refused -> {
                                assertThat(refused.code().kind()).isEqualTo(ErrorKind.USER);
                                assertThat(allowed(refused.getMessage()))
                                        .as("names what is allowed alone")
                                        .doesNotContain(walked.path());
                            });
                }
            }
        }
    }

    /** Else the walk would also pass if everything were refused. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("properties")
    void whatIsDeliveredCanBeAskedAbout(Walked walked) {
        if (!walked.hidden() && !(walked.property().type() instanceof PropertyType.Nested)) {
            var endpoint = walked.type().equals("boat") ? "delivery/boats" : "delivery/yards";
            assertThat(live.read(endpoint, walked.path() + "[null]=false").has("results"))
                    .isTrue();
        }
    }

    @Test
    void whatIsConfidentialIsNeitherDeliveredNorFoundNorSuggested() {
        for (var endpoint : ENDPOINTS) {
            assertThat(live.text(endpoint)).doesNotContain(SECRET, "4711", "owner", "skipper", "ledger", "phone");
            assertThat(live.text(endpoint, "lang=all")).doesNotContain(SECRET, "4711", "owner", "skipper", "ledger");
            for (var text : List.of(SECRET, "secretwo", "secretwrd", "\"" + SECRET + "\"", "4711")) {
                var page = live.read(endpoint, "q=" + text);
                assertThat(page.get("total").asInt())
                        .as("%s of %s", text, endpoint)
                        .isZero();
                assertThat(page.get("didYouMean").size()).isZero();
            }
            assertThat(live.text(endpoint + "/suggest", "q=secret").replace("\"q\":\"secret\"", ""))
                    .doesNotContain("secret");
        }
        assertThat(live.text("delivery/boats/b-one")).doesNotContain(SECRET, "4711", "owner");
        for (var hidden : List.of("/b-one/ledger", "/b-one/ledger/ledger0", "/b-one/ledger/@nodes")) {
            assertThatThrownBy(() -> live.read("delivery/boats" + hidden)).isInstanceOf(PlatformException.class);
        }
    }

    @Test
    void whatIsConfidentialIsNotOfferedForAMistypedName() {
        for (var near :
                List.of("ownr=1", "ownerr[eq]=1", "orderBy=ownr", "facets=ownr", "highlight=ownr", "fields=ownr")) {
            assertThatThrownBy(() -> live.read("delivery/boats", near))
                    .hasMessageNotContaining("`owner`")
                    .hasMessageNotContaining(" owner,");
        }
    }

    @Test
    void noDescriptionNamesWhatIsConfidential() {
        assertThat(TestingDelivery.text(live.delivery.openApi(List.of())))
                .doesNotContain("owner", "skipper", "ledger", "phone");
        assertThat(TestingDelivery.text(live.delivery.endpoints(List.of())))
                .doesNotContain("owner", "skipper", "ledger", "phone");
    }

    private static List<String> allowed(String message) {
        assertThat(message).contains("llowed");
        return List.of(message.substring(message.indexOf("llowed")).split("[^\\w/@:.-]+"));
    }

    private static boolean isDelivered(String endpoint, Walked walked) {
        var ofType = endpoint.contains("search")
                || endpoint.contains("boats") == walked.type().equals("boat");
        var deepEnough = !endpoint.endsWith("flat") || walked.levels() == 0;
        return ofType && deepEnough && !walked.hidden();
    }

    private static List<String> doors(String path) {
        var doors = new ArrayList<>(List.of(
                path + "=" + SECRET,
                "orderBy=" + path,
                "orderBy=" + path + " desc",
                "facets=" + path,
                "facet." + path + ".size=1",
                "facet." + path + ".query=s",
                "highlight=" + path,
                "fields=" + path));
        FilterParser.OPERATORS.keySet().forEach(operator -> doors.add(path + "[" + operator + "]=" + SECRET));
        return doors;
    }
}
