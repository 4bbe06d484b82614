package eu.nephele.platform.search;

/** How a word that was typed was found, best first. A find scores its weight times the boost of the property that it is in. */
public enum TextMatch {
    /** As it was typed, but for case and accents. */
    EXACT(8),
    /** In another form: singular, plural, case. */
    STEM(6),
    SYNONYM(5),
    /** In letters of another script. */
    TRANSLITERATED(4),
    /** By its beginning. */
    PREFIX(3),
    ONE_TYPO(2),
    TWO_TYPOS(1);

    private final int weight;

    TextMatch(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
