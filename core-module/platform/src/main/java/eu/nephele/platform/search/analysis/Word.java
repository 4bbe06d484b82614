package eu.nephele.platform.search.analysis;

import java.util.List;

/**
 * A word of a text, as it is searched.
 *
 * @param exact folded (case, accents, width), not stemmed; within Serbian both scripts, and đ, dj and d, are one
 * @param stems none for a stop word; several where a form belongs to several words
 * @param transliterated in Latin letters; empty for a word that is in Latin letters already
 * @param start in the text, in characters
 */
public record Word(String exact, List<String> stems, String transliterated, int start, int end) {

    public Word {
        stems = List.copyOf(stems);
    }

    /** Whether the language's analysis leaves the word out, such as an article. */
    public boolean isStopWord() {
        return stems.isEmpty();
    }
}
