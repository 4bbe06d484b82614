package eu.nephele.platform.desk;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.repository.ContentReader;
import eu.nephele.platform.richtext.InnerLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Where an entry or an asset is used. */
public final class Usages {

    private static final int MOST = 1_000;

    private final Drafts drafts;

    public Usages(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * An entry that refers to it.
     *
     * @param contentType {@code dam} for a file
     * @param fields the stored names of the properties that do, nested ones with slashes
     * @param draft whether the draft does, and {@code live} whether what is live does
     */
    public record Usage(
            String id,
            String contentType,
            String title,
            String path,
            String state,
            List<String> fields,
            boolean draft,
            boolean live) {}

    /** @param total of all, of which at most 1,000 are listed; those that may not be read are counted in {@code hidden} */
    public record UsedIn(int total, int hidden, List<Usage> usages) {}

    /** @param id with or without {@code jcr:} */
    public UsedIn of(Actor actor, String id, String locale) {
        var target = id.replaceFirst("^jcr:", "");
        var titles = new EntryTitles(drafts.definitions(), locale);
        var all = drafts.repository().read(Actor.system("usages"), reader -> ids(reader, target));
        var usages = drafts.repository()
                .read(
                        actor,
                        reader -> all.entrySet().stream()
                                .map(entry -> usage(reader, entry.getKey(), target, entry.getValue(), titles))
                                .flatMap(Optional::stream)
                                .sorted(Comparator.comparing(Usage::contentType).thenComparing(Usage::title))
                                .limit(MOST)
                                .toList());
        return new UsedIn(all.size(), Math.min(all.size(), MOST) - usages.size(), usages);
    }

    /** Ids of referrers, with the perspectives in which they refer to it. */
    private static LinkedHashMap<String, List<Perspective>> ids(ContentReader reader, String id) {
        var found = new LinkedHashMap<String, List<Perspective>>();
        for (var perspective : Perspective.values()) {
            for (var at : reader.referrers(perspective, id)) {
                reader.node(at, 0)
                        .filter(node -> !node.id().equals(id))
                        .ifPresent(node -> found.computeIfAbsent(node.id(), _ -> new ArrayList<>())
                                .add(perspective));
            }
        }
        return found;
    }

    private static Optional<Usage> usage(
            ContentReader reader, String referrer, String target, List<Perspective> perspectives, EntryTitles titles) {
        var inDraft = perspectives.contains(Perspective.DRAFT);
        return reader.locate(inDraft ? Perspective.DRAFT : Perspective.LIVE, referrer)
                .flatMap(at -> reader.node(at, Integer.MAX_VALUE)
                        .map(node -> usage(at, node, target, perspectives, titles, reader)));
    }

    private static Usage usage(
            Location at,
            ContentNode node,
            String target,
            List<Perspective> perspectives,
            EntryTitles titles,
            ContentReader reader) {
        var fields = new ArrayList<String>();
        fields(node, "", target, fields);
        var draft = reader.locate(Perspective.DRAFT, node.id()).flatMap(place -> reader.node(place, 0));
        return new Usage(
                node.id(),
                titles.type(at, node)
                        .filter(type -> !type.isOfFiles())
                        .map(type -> type.name())
                        .orElse(at.workspace()),
                titles.of(at, node),
                at.path(),
                EntryState.of(draft.orElse(node)).code(),
                fields,
                perspectives.contains(Perspective.DRAFT),
                perspectives.contains(Perspective.LIVE));
    }

    private static void fields(ContentNode node, String path, String target, List<String> fields) {
        node.properties().forEach((name, value) -> {
            if (!SystemProperties.isSystem(name)
                    && value.each().stream().map(Value::asText).anyMatch(text -> leadsTo(text, target))) {
                fields.add(path + name);
            }
        });
        node.children().forEach(child -> fields(child, path + child.name() + "/", target, fields));
    }

    private static boolean leadsTo(String text, String target) {
        return text.replaceFirst("^jcr:", "").equals(target)
                || InnerLinks.targets(text).contains(target);
    }
}
