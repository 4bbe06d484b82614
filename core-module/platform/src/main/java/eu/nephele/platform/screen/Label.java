package eu.nephele.platform.screen;

import java.util.List;

/**
 * A text for people.
 *
 * @param text what to show; where no label is found, the name made readable
 * @param keys the keys of message bundles that were looked for, most specific first
 * @param missing whether none of them was found, and no text was given
 */
public record Label(String text, List<String> keys, boolean missing) {

    public Label {
        keys = List.copyOf(keys);
    }
}
