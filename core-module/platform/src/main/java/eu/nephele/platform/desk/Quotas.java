package eu.nephele.platform.desk;

import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.platform.access.Action;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Reach;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.definition.WorkflowDefinition;
import eu.nephele.platform.desk.Dashboard.Quota;
import eu.nephele.platform.desk.Dashboard.Share;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.screen.WorkflowModel;
import eu.nephele.platform.search.EntryPage.FacetBucket;
import eu.nephele.platform.search.EntryQuery;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.FacetRequest;
import eu.nephele.platform.search.PropertyFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How much of what it has to bring each partner has. Whoever reads her own organisations' drafts alone sees these alone: of others she would count too few. */
final class Quotas {

    private static final int MOST_PARTNERS = 500;

    private final Drafts drafts;
    private final EntrySearch search;
    private final Supplier<Set<String>> partners;

    Quotas(Drafts drafts, EntrySearch search, Supplier<Set<String>> partners) {
        this.drafts = drafts;
        this.search = search;
        this.partners = partners;
    }

    List<Quota> of(Actor actor, ContentReader reader, EntryTitles titles, String language) {
        return drafts.definitions().workflows().values().stream()
                .map(workflow -> quota(actor, reader, titles, language, workflow))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Quota> quota(
            Actor actor, ContentReader reader, EntryTitles titles, String language, WorkflowDefinition workflow) {
        var quota = workflow.quota();
        var types = workflow.contentTypes().stream().map(drafts::type).toList();
        var reaches = types.stream().map(type -> reach(actor, type)).toList();
        if (quota == null || types.isEmpty() || !reaches.stream().allMatch(Reach::any)) {
            return Optional.empty();
        }
        var all = reaches.stream()
                .allMatch(reach -> reach.owner() == null && reach.below().isEmpty());
        var total = counts(actor, workflow, quota.by(), List.of());
        var live = counts(
                actor,
                workflow,
                quota.by(),
                List.of(new PropertyFilter(
                        ListQuery.property(ListQuery.STATE),
                        PropertyFilter.Operator.EQ,
                        List.of(EntryState.PUBLISHED.code(), EntryState.MODIFIED.code()))));
        var shown = new TreeSet<>(actor.organisations());
        if (all) {
            shown.addAll(total.keySet());
            shown.addAll(partners.get());
        }
        var names = titles.of(reader, shown);
        var shares = new ArrayList<Share>();
        names.forEach((id, title) -> shares.add(new Share(
                id, title, actor.organisations().contains(id), total.getOrDefault(id, 0L), live.getOrDefault(id, 0L))));
        shares.sort(
                Comparator.comparing(Share::own).reversed().thenComparing(Share::title, String.CASE_INSENSITIVE_ORDER));
        var label = WorkflowModel.of(drafts.definitions(), workflow, language)
                .label()
                .text();
        return Optional.of(
                new Quota(workflow.name(), label, workflow.contentTypes(), quota.by(), quota.count(), shares));
    }

    private static Reach reach(Actor actor, ContentType type) {
        return actor.reach(Action.READ, Dashboards.root(type), type.nodeType());
    }

    private Map<String, Long> counts(
            Actor actor, WorkflowDefinition workflow, String by, List<PropertyFilter> filters) {
        var query = new EntryQuery(
                workflow.contentTypes(),
                Perspective.DRAFT,
                drafts.definitions().site().defaultLocale(),
                null,
                filters,
                List.of(FacetRequest.terms(by, by, MOST_PARTNERS)),
                List.of(),
                0,
                0,
                null);
        return search.search(actor, query).facets().get(by).buckets().stream()
                .collect(Collectors.toMap(FacetBucket::value, FacetBucket::count));
    }
}
