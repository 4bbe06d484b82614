package eu.nephele.platform.search;

import eu.nephele.api.content.Perspective;

/** The names of indexes and of the fields in them that are not properties. */
final class FieldNames {

    static final String ID = "@id";
    static final String NAME = "@name";
    static final String PATH = "@path";

    /** The paths above the entry, {@code /} among them. */
    static final String ANCESTOR = "@ancestor";

    static final String NODE_TYPE = "@nodeType";

    /** The name of the entry's content type. */
    static final String TYPE = "@type";

    /** Where a draft stands: the code of its {@link eu.nephele.api.content.EntryState}. */
    static final String STATE = "@state";

    /** How far a draft is translated: {@code de:outdated}, see {@link TranslationState}. */
    static final String TRANSLATION = "@translation";

    /** The ids of the locales that the entry has any text in. */
    static final String LANGUAGES = "@languages";

    /** {@code de>en} where a text that German lacks is taken from English. */
    static final String FALLBACK = "@fallback";

    /** The stored names of the rich texts that have a value. */
    static final String FILLED = "@filled";

    private FieldNames() {}

    static String index(String contentType, Perspective perspective) {
        return contentType + "-" + perspective.lowerCase();
    }

    /** The codes of a tree vocabulary with all above them. */
    static String tree(String property) {
        return property + "~tree";
    }

    /** The first day of a date of day precision, in epoch milliseconds (UTC). */
    static String day(String property) {
        return property + "~day";
    }

    /** A number as text, for facets by single values. */
    static String value(String property) {
        return property + "~value";
    }

    static String sortKey(String property, String localeSuffix) {
        return property + "~sort_" + localeSuffix;
    }

    static String fallback(String locale, String from) {
        return locale + ">" + from;
    }
}
