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
    private boolean truncated;
    private long otherCount;

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
        var buckets = level(roots, 0);
        return new EntryPage.FacetCounts(buckets, otherCount + result.otherCount(), truncated || result.truncated());
    }

    private List<EntryPage.FacetBucket> level(List<String> codes, int depth) {
        var buckets = new ArrayList<EntryPage.FacetBucket>();
        if (depth < MAX_DEPTH) {
            for (var code : codes) {
                var children = level(narrower.getOrDefault(code, List.of()), depth + 1);
                var count = counts.getOrDefault(code, 0L);
                var selected = selection.contains(code);
                if (count > 0 || selected || !children.isEmpty()) {
                    buckets.add(new EntryPage.FacetBucket(code, count, selected, children));
                }
            }
        }
        buckets.sort(order());
        var kept = new ArrayList<EntryPage.FacetBucket>();
        for (var bucket : buckets) {
            if (kept.size() < request.size() || hasSelected(bucket)) {
                kept.add(bucket);
            } else {
                truncated = true;
                otherCount += depth == 0 ? bucket.count() : 0;
            }
        }
        return kept;
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
