package eu.nephele.api.content;

/** DRAFT is what editors see, LIVE what channels see. */
public enum Perspective {
    DRAFT,
    LIVE;

    public String lowerCase() {
        return this == DRAFT ? "draft" : "live";
    }
}
