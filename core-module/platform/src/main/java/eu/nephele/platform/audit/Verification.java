package eu.nephele.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the record is as it was written.
 *
 * @param entries how many there are
 * @param head the hash over all of them: kept elsewhere, it shows later that none of them was taken away
 * @param complaint what is wrong, and where; null when nothing is
 */
public record Verification(
        boolean intact, long entries, String head, @Nullable String complaint) {}
