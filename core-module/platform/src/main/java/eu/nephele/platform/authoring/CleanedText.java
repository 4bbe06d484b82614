package eu.nephele.platform.authoring;

import java.util.List;

/**
 * A rich text that was not stored as it was given.
 *
 * @param field the stored name, nested ones with slashes
 * @param value what is stored
 * @param removed elements ({@code script}), and attributes of others ({@code a onclick}), each once
 */
public record CleanedText(String field, String value, List<String> removed) {

    public CleanedText {
        removed = List.copyOf(removed);
    }
}
