package eu.nephele.platform.delivery;

import java.util.Set;

/**
 * An entry as rendered, or another part of answers that is kept the same way.
 *
 * @param place workspace and path, {@code champions:/alpha}
 * @param revision of the entry when it was rendered
 * @param sources ids, and places, that it was made of or looked for in vain: a change of one makes it stale
 * @param types names of the content types that it shows
 * @param surrogateKeys see {@link DeliveryAnswer}
 */
record Item(
        String id,
        String place,
        long revision,
        Body body,
        Set<String> sources,
        Set<String> types,
        String surrogateKeys,
        Freshness freshness) {

    private static final int OVERHEAD_BYTES = 500;
    private static final int SOURCE_BYTES = 80;

    /** Up to which change it was seen to be fresh. */
    static final class Freshness {

        private volatile long confirmedAt;

        Freshness(long begun) {
            this.confirmedAt = begun;
        }

        long confirmedAt() {
            return confirmedAt;
        }

        void confirm(long change) {
            confirmedAt = change;
        }
    }

    /** What it takes in memory, its compressed form included. */
    int bytes() {
        return OVERHEAD_BYTES + body.json().length * 3 / 2 + sources.size() * SOURCE_BYTES + surrogateKeys.length();
    }
}
