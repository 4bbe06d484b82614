package eu.nephele.api.content;

/**
 * The names of the properties that the platform keeps on an entry. {@code mgnl:*} ones are Magnolia's, with its meaning;
 * {@code nph:*} ones are our own.
 */
public final class SystemProperties {

    public static final String CREATED = "mgnl:created";
    public static final String CREATED_BY = "mgnl:createdBy";
    public static final String LAST_MODIFIED = "mgnl:lastModified";
    public static final String LAST_MODIFIED_BY = "mgnl:lastModifiedBy";
    public static final String ACTIVATION_STATUS = "mgnl:activationStatus";
    public static final String LAST_ACTIVATED = "mgnl:lastActivated";
    public static final String LAST_ACTIVATED_BY = "mgnl:lastActivatedBy";
    public static final String LAST_ACTIVATED_VERSION = "mgnl:lastActivatedVersion";
    public static final String LAST_ACTIVATED_VERSION_CREATED = "mgnl:lastActivatedVersionCreated";

    /** True on a draft whose deletion waits to be published; Magnolia's mixin {@code mgnl:deleted} goes with it. */
    public static final String DELETED = "nph:deleted";

    /** The entry's revision: that of its last change record. */
    public static final String REVISION = "nph:revision";

    /** The draft revision that was published last. */
    public static final String PUBLISHED_REVISION = "nph:publishedRevision";

    /** Ids of the entries and assets this entry refers to, anywhere in its subtree. */
    public static final String REFERENCES = "nph:references";

    /** External identifiers, each {@code scheme:value}. */
    public static final String EXTERNAL_IDS = "nph:externalIds";

    /**
     * What each translated value was confirmed against: texts {@code title_de=<hash of the title in the default locale>}, nested ones with
     * their path. A translation whose source has another hash now is outdated.
     */
    public static final String TRANSLATED_FROM = "nph:translatedFrom";

    /** Which locales are live since when: texts {@code de=<revision>}. */
    public static final String PUBLISHED_LOCALES = "nph:publishedLocales";

    private SystemProperties() {}

    /** Whether a property is the platform's or JCR's, and no author's. */
    public static boolean isSystem(String name) {
        return name.startsWith("jcr:") || name.startsWith("mgnl:") || name.startsWith("nph:");
    }
}
