package eu.nephele.webapp.apidocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

class ApiDocumentTest {

    record Boat(String name, String kind) {}

    static final class BoatController {
        Boat read() {
            return new Boat("Swift", "racer");
        }
    }

    @Test
    void whatIsWrittenByHandSaysMoreOfARecordsProperties() throws Exception {
        var kinds = Map.of("enum", new String[] {"racer", "tub"});

        var document = document(Map.of("Boat", Map.of("properties", Map.of("kind", kinds))));

        assertThat(document)
                .extracting("components.schemas.Boat.properties")
                .isEqualTo(Map.of("name", Map.of("type", "string"), "kind", kinds));
    }

    @Test
    void anotherThingOfARecordsNameIsRefusedWithWhatTheRecordLacks() {
        var ship = Map.of("type", "object", "properties", Map.of("kind", Map.of(), "tonnage", Map.of()));

        assertThatThrownBy(() -> document(Map.of("Boat", ship)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("`Boat`", "without tonnage", "rename");
        assertThatThrownBy(() -> document(Map.of("Boat", Map.of("allOf", Map.of()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("`Boat`");
    }

    private static Map<String, Object> document(Map<String, Object> handwritten) throws Exception {
        var route =
                RequestMappingInfo.paths("/boats").methods(RequestMethod.GET).build();
        var method = new HandlerMethod(new BoatController(), BoatController.class.getDeclaredMethod("read"));
        return new ApiDocument(handwritten).of(Map.of(route, method), "/boats");
    }
}
