package eu.nephele.platform.delivery;

import static eu.nephele.platform.delivery.TestingDelivery.named;
import static eu.nephele.platform.delivery.TestingDelivery.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What readers would get of a draft, before they get it. */
class PreviewTest {

    private static final String ID = "01234567-89ab-4def-8123-456789abcdef";

    private final TestingDelivery delivery = new TestingDelivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void aDraftIsShownAsItWillBeDeliveredAndReadersSeeWhatTheySaw() {
        var live = delivery.publish("boats", "/lakes/swift", node("t:boat", Map.of("title", "Swift")));
        var before = delivery.read("delivery/boats/lakes/swift");

        var preview = delivery.delivery.preview("boats", draft(live.id(), "/lakes/swift", "Swifter"), null);

        assertThat(preview.address()).isEqualTo("/.rest/delivery/boats/lakes/swift");
        assertThat(preview.json()).isEqualTo(before.replace("\"Swift\"", "\"Swifter\""));
        assertThat(delivery.read("delivery/boats/lakes/swift")).isEqualTo(before);
        delivery.publish("boats", "/lakes/swift", node("t:boat", Map.of("title", "Swifter")));
        assertThat(delivery.read("delivery/boats/lakes/swift")).isEqualTo(preview.json());
    }

    @Test
    void whatWasNeverPublishedIsShownInFoldersThatAreNotLive() {
        var trip = named("trips0", node("mgnl:contentNode", Map.of("river", "Soča")));
        var trips = named("trips", node("mgnl:contentNode", Map.of(), trip));
        var draft = draft(ID, "/new/one", "One").withChildren(List.of(trips));

        var preview = delivery.delivery.preview("boats", draft, null);

        assertThat(preview.json())
                .contains("\"@path\":\"/new/one\"", "\"title\":\"One\"")
                .contains("\"@path\":\"/new/one/trips/trips0\"", "\"river\":\"Soča\"");
    }

    @Test
    void referencesLeadToWhatIsLiveAndOthersKeepTheirId() {
        var yard = delivery.publish("yards", "/y", node("t:yard", Map.of("name", "Yard")));

        assertThat(preview("yard", yard.id())).contains("\"name\":\"Yard\"");
        delivery.unpublish("yards", yard);
        assertThat(preview("yard", yard.id())).contains("\"yard\":\"%s\"".formatted(yard.id()));
    }

    @Test
    void whatNoEndpointDeliversHasNoPreview() {
        var draft = new ContentNode(ID, "x", "/x", "t:unheardOf", Map.of(), List.of());

        assertThatThrownBy(() -> delivery.delivery.preview("nowhere", draft, null))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PATH_NOT_FOUND));
    }

    private String preview(String property, String value) {
        var properties = node("t:boat", Map.of(property, value)).properties();
        return delivery.delivery
                .preview("boats", new ContentNode(ID, "a", "/a", "t:boat", properties, List.of()), null)
                .json();
    }

    private static ContentNode draft(String id, String path, String title) {
        var properties = node("t:boat", Map.of("title", title)).properties();
        return new ContentNode(id, path.substring(path.lastIndexOf('/') + 1), path, "t:boat", properties, List.of());
    }
}
