package eu.nephele.platform.validation;

import static eu.nephele.platform.wording.Wording.kept;
import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.wording.Wording.Kept;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask of a file, in the form that assets are stored in.
 *
 * @param asset the node with its children
 * @param live whether readers get it
 */
public record FileFacts(ContentNode asset, boolean live) {

    private static final String CONTENT = "jcr:content";
    private static final String SCAN = "nph:scan";
    private static final String SCAN_NOTE = "nph:scanNote";
    private static final Kept INFECTED = kept("Infected: %s");
    private static final String CONSENT = "consentReference";
    private static final String CONSENT_EXPIRES = "consentExpires";

    String path() {
        return asset.path();
    }

    String mediaType() {
        var type = asset.child(CONTENT)
                .map(content -> content.text("jcr:mimeType"))
                .orElse(null);
        return type == null ? "application/octet-stream" : type;
    }

    long size() {
        return asset.child(CONTENT).map(content -> content.value("size")).orElse(null)
                        instanceof Value.Whole(long bytes)
                ? bytes
                : 0;
    }

    /** @param storedName {@code alt} with its locale */
    boolean says(String storedName) {
        var text = asset.text(storedName);
        return text != null && !text.isBlank();
    }

    boolean isConsented() {
        return says(CONSENT);
    }

    @Nullable
    LocalDate consentEnd() {
        var day = asset.text(CONSENT_EXPIRES);
        return day == null ? null : LocalDate.parse(day);
    }

    /** Why readers do not get it, in words for an editor. */
    String heldBack(LocalDate today) {
        var end = consentEnd();
        if (asset.value(SystemProperties.DELETED) instanceof Value.Flag(boolean deleted) && deleted) {
            return say("is in the trash: take it out, or choose another");
        }
        if ("infected".equals(asset.text(SCAN))) {
            return say("is quarantined (%s): choose another", finding(asset.text(SCAN_NOTE)));
        }
        if ("pending".equals(asset.text(SCAN))) {
            return say("is held back until it has been scanned for viruses: publish when that is done");
        }
        if (end != null && end.isBefore(today)) {
            return say(
                    "is not shown any more, the consent of those in it ended on %s: renew it, or choose another", end);
        }
        return say("is not live: choose another");
    }

    /** What the scanner calls it. */
    private static String finding(@Nullable String note) {
        return note == null ? "" : INFECTED.values(note).map(List::getFirst).orElse(note);
    }
}
