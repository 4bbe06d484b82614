package eu.nephele.platform.search;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import eu.nephele.api.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The counts of a tree vocabulary's terms as nested buckets. The size is that of each level. */
final class TermTree {

    /** Deeper levels than any vocabulary has: a bound for the recursion. */
    private static final int MAX_DEPTH = 20;

    private final FacetRequest request;
    private final FacetSelection selection;
    private final Map<String, List<String>> narrower = new LinkedHashMap<>();
    private final List<String> roots = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Vocabulary vocabulary;

    private record Level(List<EntryPage.FacetBucket> buckets, long otherCount, boolean truncated) {
        static final Level NONE = new Level(List.of(), 0, false);
    }

    TermTree(Vocabulary vocabulary, FacetRequest request, FacetSelection selection) {
        this.vocabulary = vocabulary;
        this.request = request;
        this.selection = selection;
        for (var term : vocabulary.terms()) {
            var broader = term.broader();
            if (broader == null || vocabulary.term(broader).isEmpty()) {
                roots.add(term.code());
            } else {
                narrower.computeIfAbsent(broader, none -> new ArrayList<>()).add(term.code());
            }
        }
    }

    EntryPage.FacetCounts counts(FacetResult result, List<FacetResult.Bucket> chosen) {
        result.buckets().forEach(bucket -> counts.put(bucket.value(), bucket.count()));
        chosen.forEach(bucket -> counts.put(bucket.value(), bucket.count()));
        counts.keySet().stream().filter(code -> vocabulary.term(code).isEmpty()).forEach(roots::add);
        var top = level(roots, 0);
        return new EntryPage.FacetCounts(
                top.buckets(), top.otherCount() + result.otherCount(), top.truncated() || result.truncated());
    }

    private Level level(List<String> codes, int depth) {
        if (depth == MAX_DEPTH) {
            return Level.NONE;
        }
        var buckets = new ArrayList<EntryPage.FacetBucket>();
        for (var code : codes) {
            var below = level(narrower.getOrDefault(code, List.of()), depth + 1);
            var count = counts.getOrDefault(code, 0L);
            var selected = selection.contains(code);
            if (count > 0 || selected || !below.buckets().isEmpty()) {
                buckets.add(new EntryPage.FacetBucket(
                        code, count, selected, below.buckets(), below.otherCount(), below.truncated()));
            }
        }
        buckets.sort(order());
        var kept = new ArrayList<EntryPage.FacetBucket>();
        var other = 0L;
        for (var bucket : buckets) {
            if (kept.size() < request.size() || hasSelected(bucket)) {
                kept.add(bucket);
            } else {
                other += bucket.count();
            }
        }
        return new Level(kept, other, kept.size() < buckets.size());
    }

    private static boolean hasSelected(EntryPage.FacetBucket bucket) {
        return bucket.selected() || bucket.children().stream().anyMatch(TermTree::hasSelected);
    }

    private Comparator<EntryPage.FacetBucket> order() {
        var byValue = Comparator.comparing(EntryPage.FacetBucket::value);
        return request.order() == Facet.Order.VALUE
                ? byValue
                : Comparator.comparingLong(EntryPage.FacetBucket::count)
                        .reversed()
                        .thenComparing(byValue);
    }
}
