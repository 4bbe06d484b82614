package eu.nephele.platform.exchange;

/** How many lines came to what; blank lines are not counted. */
public record ImportSummary(
        long created, long updated, long unchanged, long notPublished, long refused, long published) {

    public long lines() {
        return created + updated + unchanged + notPublished + refused;
    }
}
