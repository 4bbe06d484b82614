package eu.nephele.platform.definition;

import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.problem.Problem;
import eu.nephele.api.vocabulary.Vocabulary;
import eu.nephele.platform.definition.Definitions.AppDefinition;
import eu.nephele.platform.definition.internal.Includes;
import eu.nephele.platform.definition.internal.Located;
import eu.nephele.platform.definition.internal.Merge;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Place;
import eu.nephele.platform.definition.internal.Problems;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes definitions of the files of all modules. A file that was good before and is broken now stays as it was. */
final class DefinitionLoader {

    private static final String SITE = "site";
    private static final String FALLBACK = "fallback";

    /** Kinds that are kept for later: read, so that what is wrong in them is said. */
    private static final List<String> OTHER_KINDS = List.of(
            "blocks",
            "dialogs",
            "fieldTypes",
            "messageViews",
            "restClients",
            "templates",
            "traits",
            "virtualUriMappings",
            "webhooks");

    private interface Reader<T> {
        @Nullable
        T read(DefinitionFile file, Located.Fields root, Problems problems);
    }

    private final SourceTree sources;
    private final Includes includes;
    private final Decorations decorations;
    private final Map<String, Object> lastGood;
    private final Map<String, Object> good = new HashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** @param lastGood by file, from the load before: see {@link #good()} */
    DefinitionLoader(SourceTree sources, Map<String, Object> lastGood) {
        this.sources = sources;
        this.includes = new Includes(sources);
        this.decorations = new Decorations(sources, includes);
        this.lastGood = lastGood;
    }

    Definitions load(long generation) {
        problems.addAll(sources.problems());
        problems.addAll(decorations.problems());
        var contentTypeNames = names("contentTypes");
        var vocabularies = unique(
                read(
                        "vocabularies",
                        Vocabulary.class,
                        (file, root, found) -> VocabularyReader.read(file, Section.of(root, "", found))),
                Vocabulary::name);
        var typeReader = new ContentTypeReader(contentTypeNames, names("vocabularies"));
        var written = new HashMap<String, Located>();
        var readTypes = unique(
                read("contentTypes", ContentType.class, (file, root, found) -> {
                    written.putIfAbsent(file.name(), root);
                    return typeReader.read(file, Section.of(root, "", found));
                }),
                ContentType::name);
        var apps = apps(new AppReader(readTypes, written, launcherGroups()), readTypes);
        var contentTypes = RichTextFields.applied(readTypes, apps.values());
        var endpointReader = new EndpointReader(contentTypes);
        var endpoints = unique(
                read(
                        "restEndpoints",
                        EndpointDefinition.class,
                        (file, root, found) -> endpointReader.read(file, Section.of(root, "", found))),
                EndpointDefinition::path);
        var site = site();
        var locales = site.locales().stream().map(LocaleDefinition::id).toList();
        var roleReader = new RoleReader(contentTypes.keySet(), names("roles"), locales);
        var roles = unique(
                read(
                        "roles",
                        RoleDefinition.class,
                        (file, root, found) -> roleReader.read(file, Section.of(root, "", found))),
                RoleDefinition::name);
        var workflowReader = new WorkflowReader(contentTypes);
        var workflows = unique(
                read(
                        "workflows",
                        WorkflowDefinition.class,
                        (file, root, found) -> workflowReader.read(file, Section.of(root, "", found))),
                WorkflowDefinition::name);
        var messages = messages();
        var synonyms = synonyms(site);
        otherKinds();
        return new Definitions(
                generation,
                contentTypes,
                endpoints,
                vocabularies,
                apps,
                roles,
                workflows,
                site,
                messages,
                synonyms,
                variations(),
                sorted(problems));
    }

    /** What was good in this load, or before it, by file: for the next load. */
    Map<String, Object> good() {
        return good;
    }

    static List<Problem> sorted(Collection<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column)
                        .thenComparing(Problem::message))
                .toList();
    }

    private Set<String> names(String kind) {
        var names = new TreeSet<String>();
        for (var module : sources.modules()) {
            sources.definitions(module.name(), kind).forEach(file -> names.add(file.name()));
        }
        return names;
    }

    private <T> Map<String, T> read(String kind, Class<T> type, Reader<T> reader) {
        var definitions = new LinkedHashMap<String, T>();
        for (var module : sources.modules()) {
            for (var file : sources.definitions(module.name(), kind)) {
                var definition = read(file, type, reader);
                if (definition != null) {
                    definitions.put(file.file(), definition);
                }
            }
        }
        return definitions;
    }

    private <T> @Nullable T read(DefinitionFile file, Class<T> type, Reader<T> reader) {
        var found = new Problems();
        var resolved = includes.resolve(Objects.requireNonNull(sources.file(file.file())));
        found.addAll(resolved.problems());
        T value = null;
        if (resolved.root() != null) {
            var root = decorations.apply(file.file(), asMap(resolved.root()), found);
            if (root instanceof Located.Fields fields) {
                value = reader.read(file, fields, found);
            } else {
                found.severe(root.place(), "", "must be a map, not %s".formatted(root.form()), null);
            }
        }
        return inForce(file.file(), type, value, found);
    }

    /** The new value, or the last good one when the new one is broken. */
    private <T> @Nullable T inForce(String key, Class<T> type, @Nullable T value, Problems found) {
        problems.addAll(found.list());
        var before = type.cast(lastGood.get(key));
        if (found.areBroken() && before != null) {
            good.put(key, before);
            return before;
        }
        if (value != null && !found.areBroken()) {
            good.put(key, value);
        }
        return value;
    }

    /** A file with nothing but a tag is an empty map with that tag. */
    private static Located asMap(Located root) {
        return root instanceof Located.Scalar scalar && scalar.kind() == Located.Kind.NULL
                ? Located.Fields.empty(root.place()).withTag(root.tag())
                : root;
    }

    /** By name: the first of a name is used, in load order. */
    private <T> Map<String, T> unique(Map<String, T> byFile, Function<T, String> name) {
        var files = new HashMap<String, String>();
        var byName = new LinkedHashMap<String, T>();
        byFile.forEach((file, definition) -> {
            var first = files.putIfAbsent(name.apply(definition), file);
            if (first == null) {
                byName.put(name.apply(definition), definition);
            } else {
                var found = new Problems();
                found.severe(
                        Place.wholeFile(file),
                        "",
                        "`%s` is defined in %s already".formatted(name.apply(definition), first),
                        "rename one of them, or decorate the first");
                problems.addAll(found.list());
            }
        });
        return byName;
    }

    private Map<String, AppDefinition> apps(AppReader reader, Map<String, ContentType> contentTypes) {
        var apps = unique(read("apps", AppDefinition.class, reader::read), AppDefinition::name);
        var served = new TreeSet<String>();
        apps.values().stream()
                .map(AppDefinition::contentType)
                .filter(Objects::nonNull)
                .forEach(served::add);
        // Files are worked on in the media library, which is no app of a content type.
        contentTypes.values().stream()
                .filter(type -> !served.contains(type.name()) && !type.isOfFiles())
                .map(reader::generated)
                .forEach(app -> apps.putIfAbsent(app.name(), app));
        return apps;
    }

    /** The groups of Magnolia's launcher, by the names of the apps in them. */
    private Map<String, String> launcherGroups() {
        var found = new Problems();
        var groups = new HashMap<String, String>();
        for (var module : List.of("ui-admincentral", "admincentral")) {
            for (var root : decorations.config(module, found)) {
                var layout = Section.of(root, "", found).section("appLauncherLayout");
                layout.named("groups")
                        .forEach(group ->
                                group.section().named("apps").forEach(app -> groups.put(app.name(), group.name())));
            }
        }
        problems.addAll(found.list());
        return groups;
    }

    private SiteDefinition site() {
        var found = new Problems();
        var layers = new ArrayList<Located>();
        for (var module : sources.modules()) {
            for (var file : sources.definitions(module.name(), "sites")) {
                var resolved = includes.resolve(Objects.requireNonNull(sources.file(file.file())));
                found.addAll(resolved.problems());
                if (!file.name().equals(FALLBACK)) {
                    found.minor(Place.wholeFile(file.file()), "", "only the site `fallback` is used", null);
                } else if (resolved.root() != null) {
                    layers.add(decorations.apply(file.file(), asMap(resolved.root()), found));
                }
            }
        }
        decorations.config(SITE, found).forEach(root -> layers.add(below(root, SITE)));
        decorations.config("multisite", found).forEach(root -> layers.add(below(below(root, "sites"), FALLBACK)));
        var reader = new SiteReader(new LocaleTable());
        var merged = layers.stream().reduce(Merge::over);
        var site = merged.isEmpty() ? reader.builtIn() : reader.read(Section.of(merged.get(), "", found));
        return Objects.requireNonNull(inForce(SITE, SiteDefinition.class, site, found));
    }

    private static Located below(Located root, String key) {
        var value = root instanceof Located.Fields fields ? fields.value(key) : null;
        return value == null ? root : value;
    }

    /** By key, then by locale id; a later module overrides an earlier one. */
    private Map<String, Map<String, String>> messages() {
        var messages = new HashMap<String, Map<String, String>>();
        for (var module : sources.modules()) {
            for (var file : sources.files(module.name(), "i18n")) {
                if (!file.endsWith(".properties")) {
                    continue;
                }
                var found = new Problems();
                var read = MessageBundle.read(file, Objects.requireNonNull(sources.path(file)), found);
                var bundle = inForce(file, MessageBundle.class, read, found);
                if (bundle != null) {
                    bundle.labels()
                            .forEach((key, label) -> messages.computeIfAbsent(key, ignored -> new HashMap<>())
                                    .put(bundle.locale(), label));
                }
            }
        }
        return messages;
    }

    /** By name; a later module overrides an earlier one. */
    private Map<String, PictureVariation> variations() {
        var variations = new LinkedHashMap<String, PictureVariation>();
        read("themes", ThemeReader.Theme.class, (file, root, found) -> ThemeReader.read(Section.of(root, "", found)))
                .forEach((file, theme) ->
                        theme.variations().forEach(variation -> variations.put(variation.name(), variation)));
        return variations;
    }

    /** By locale id; those of all modules, in load order. */
    private Map<String, List<SynonymRule>> synonyms(SiteDefinition site) {
        var rules = new HashMap<String, List<SynonymRule>>();
        read(
                        "synonyms",
                        SynonymReader.Synonyms.class,
                        (file, root, found) -> SynonymReader.read(file, Section.of(root, "", found)))
                .forEach((file, read) -> {
                    rules.computeIfAbsent(read.locale(), none -> new ArrayList<>())
                            .addAll(read.rules());
                    if (site.locales().stream().noneMatch(locale -> locale.inherits(read.locale()))) {
                        var found = new Problems();
                        found.minor(
                                Place.wholeFile(file),
                                "",
                                "the site has no locale `%s`: these synonyms are never used".formatted(read.locale()),
                                NearestName.suggest(
                                        read.locale(),
                                        site.locales().stream()
                                                .map(LocaleDefinition::id)
                                                .toList()));
                        problems.addAll(found.list());
                    }
                });
        return rules;
    }

    private void otherKinds() {
        for (var module : sources.modules()) {
            for (var kind : OTHER_KINDS) {
                for (var file : sources.definitions(module.name(), kind)) {
                    problems.addAll(includes.resolve(Objects.requireNonNull(sources.file(file.file())))
                            .problems());
                }
            }
        }
    }
}
