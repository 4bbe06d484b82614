package eu.nephele.platform.search;

/** How a word that was typed was found, best first. A find scores its weight times the boost of the property that it is in. */
public enum TextMatch {
    /** As it was typed, but for case and accents. */
    EXACT("exact", 8),
    /** In another form: singular, plural, case. */
    STEM("stem", 6),
    SYNONYM("synonym", 5),
    /** In letters of another script. */
    TRANSLITERATED("transliterated", 4),
    /** By its beginning. */
    PREFIX("prefix", 3),
    ONE_TYPO("oneTypo", 2),
    TWO_TYPOS("twoTypos", 1);

    private final String code;
    private final int weight;

    TextMatch(String code, int weight) {
        this.code = code;
        this.weight = weight;
    }

    /** Its name in answers. */
    public String code() {
        return code;
    }

    int weight() {
        return weight;
    }
}
