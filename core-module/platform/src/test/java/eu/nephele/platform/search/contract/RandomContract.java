package eu.nephele.platform.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.IndexBatch;
import eu.nephele.api.search.IndexDocument;
import eu.nephele.api.search.SearchRequest;
import eu.nephele.api.search.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** Random documents and searches, each answer compared with that of {@link BruteForce}. What fails is made small before it is shown. */
public abstract class RandomContract extends SearchEngineContract {

    private static final int MAX_HITS = 100;

    private long revision = 1;
    private List<String> present = List.of();

    @BeforeProperty
    void startForProperty() throws IOException {
        folder = Files.createTempDirectory("random-contract");
        start();
    }

    @AfterProperty
    void stopAfterProperty() {
        stop();
    }

    @Provide
    Arbitrary<List<IndexDocument>> documents() {
        return RandomSearches.documents();
    }

    @Provide
    Arbitrary<List<SearchRequest>> requests() {
        return RandomSearches.requests().list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void anEngineAnswersAsOneWhoLooksAtEveryDocument(
            @ForAll("documents") List<IndexDocument> documents, @ForAll("requests") List<SearchRequest> requests) {
        var held = replaceAllBy(documents);
        requests.forEach(request -> compare(request, new BruteForce(held)));
    }

    @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
    void pagesByCursorAreTheWholeInOrder(
            @ForAll("documents") List<IndexDocument> documents, @ForAll("requests") List<SearchRequest> requests) {
        var held = replaceAllBy(documents);
        for (var request : requests) {
            assertThat(byCursor(request)).as("pages of %s", request).isEqualTo(new BruteForce(held).hits(request));
        }
    }

    @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
    void whateverIsAppliedInWhateverOrderTheHighestRevisionWins(
            @ForAll("documents") List<IndexDocument> older,
            @ForAll("documents") List<IndexDocument> newer,
            @ForAll("requests") List<SearchRequest> requests) {
        replaceAllBy(List.of());
        var held = BruteForce.byId(at(older, revision + 1));
        held.putAll(BruteForce.byId(at(newer, revision + 2)));
        engine.apply(INDEX, new IndexBatch(at(newer, revision + 2), List.of(), 0));
        engine.apply(INDEX, new IndexBatch(at(older, revision + 1), List.of(), 0));
        revision += 2;
        present = List.copyOf(held.keySet());
        requests.forEach(request -> compare(request, new BruteForce(held.values())));
    }

    /** The index goes on being the same one: what was there is deleted or replaced, as in its daily use. */
    private List<IndexDocument> replaceAllBy(List<IndexDocument> documents) {
        revision++;
        var held = at(documents, revision);
        var gone = new TreeSet<>(present);
        held.forEach(document -> gone.remove(document.id()));
        var deletions =
                gone.stream().map(id -> new IndexBatch.Deletion(id, revision)).toList();
        engine.apply(INDEX, new IndexBatch(held, deletions, revision));
        present = held.stream().map(IndexDocument::id).toList();
        return held;
    }

    private static List<IndexDocument> at(List<IndexDocument> documents, long revision) {
        return documents.stream()
                .map(document -> new IndexDocument(document.id(), revision, document.fields()))
                .toList();
    }

    private void compare(SearchRequest request, BruteForce truth) {
        var answer = search(request);
        var expected = truth.hits(request);
        var window = expected.subList(
                Math.min(request.offset(), expected.size()),
                Math.min(request.offset() + request.limit(), expected.size()));

        assertThat(answer.total()).as("total of %s", request).isEqualTo(expected.size());
        assertThat(ids(answer)).as("hits of %s", request).isEqualTo(window);
        var best = search(uncounted(request, request.offset(), request.limit(), null));
        assertThat(ids(best)).as("hits alone of %s", request).isEqualTo(window);
        assertThat(best.total()).as("hits alone of %s", request).isGreaterThanOrEqualTo(window.size());
        for (var facet : request.facets()) {
            assertThat(answer.facets().get(facet.name()))
                    .as("%s of %s", facet, request)
                    .isEqualTo(truth.facet(request, facet));
        }
    }

    /** Without total and facets, so that an engine may leave out what is not among the best. */
    private static SearchRequest uncounted(SearchRequest request, int offset, int limit, @Nullable String cursor) {
        return new SearchRequest(
                request.query(), request.selections(), List.of(), request.sort(), offset, limit, cursor, false, null);
    }

    private List<String> byCursor(SearchRequest request) {
        var found = new ArrayList<String>();
        String cursor = null;
        SearchResult page;
        do {
            page = search(uncounted(request, 0, 1 + request.limit(), cursor));
            found.addAll(ids(page));
            cursor = page.hits().isEmpty() ? null : page.hits().getLast().cursor();
        } while (cursor != null && found.size() <= MAX_HITS);
        return found;
    }
}
