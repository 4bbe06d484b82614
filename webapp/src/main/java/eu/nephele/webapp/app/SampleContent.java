package eu.nephele.webapp.app;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.EntryState;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.authoring.CreateEntry;
import eu.nephele.platform.authoring.Drafts;
import eu.nephele.platform.authoring.EntryInput;
import eu.nephele.platform.authoring.SaveEntry;
import eu.nephele.platform.definition.LightModules;
import eu.nephele.platform.definition.SampleEntry;
import eu.nephele.platform.publishing.PublishEntry;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.repository.ContentWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the sample content of the light modules into an empty repository, once. Interrupted, it goes on at the next start: every sample
 * has an identity that follows from its type and name.
 */
@Component
class SampleContent {

    private static final Logger LOG = LoggerFactory.getLogger(SampleContent.class);
    private static final Actor ACTOR = Actor.system("sample-content");
    private static final int ENTRIES_PER_SAVE = 50;
    private static final int ENTRIES_PER_PUBLICATION = 500;

    private final LightModules modules;
    private final ContentRepository repository;
    private final Drafts drafts;
    private final CreateEntry createEntry;
    private final SaveEntry saveEntry;
    private final PublishEntry publishEntry;
    private final SampleAssets assets;
    private final SampleMarker marker;

    SampleContent(
            LightModules modules,
            ContentRepository repository,
            Drafts drafts,
            CreateEntry createEntry,
            SaveEntry saveEntry,
            PublishEntry publishEntry,
            SampleAssets assets,
            NepheleSettings settings) {
        this.modules = modules;
        this.repository = repository;
        this.drafts = drafts;
        this.createEntry = createEntry;
        this.saveEntry = saveEntry;
        this.publishEntry = publishEntry;
        this.assets = assets;
        this.marker = new SampleMarker(settings.dataFolder());
    }

    /** Does nothing where it was done before, or somebody else's content is. */
    void load() {
        if (marker.isDone() || (!marker.isBegun() && repository.lastRevision() > 0)) {
            return;
        }
        if (!repository.lease("sample-content").isHeld()) {
            // Another node, started at the same moment, is at it.
            return;
        }
        marker.begin();
        var samples = modules.sampleContent();
        var values = new SampleValues(modules.current(), samples, assets);
        // Entries refer to each other in circles: first all are there, then they get their values.
        inBatches(samples, (writer, sample) -> createEmpty(writer, sample, values));
        fillAll(samples, values);
        var published = publish(samples, values);
        marker.done();
        LOG.info("{} sample entries were loaded, {} of them published", samples.size(), published);
    }

    private void inBatches(List<SampleEntry> samples, BiConsumer<ContentWriter, SampleEntry> deed) {
        for (var start = 0; start < samples.size(); start += ENTRIES_PER_SAVE) {
            var batch = samples.subList(start, Math.min(samples.size(), start + ENTRIES_PER_SAVE));
            repository.write(ACTOR, writer -> {
                batch.forEach(sample -> complaining(sample, () -> deed.accept(writer, sample)));
                return batch;
            });
        }
    }

    private void createEmpty(ContentWriter writer, SampleEntry sample, SampleValues values) {
        var id = values.id(sample);
        if (writer.locate(Perspective.DRAFT, id).isPresent()) {
            return;
        }
        var slash = sample.path().lastIndexOf('/');
        var parent = slash <= 0 ? "/" : sample.path().substring(0, slash);
        var input = new EntryInput(sample.path().substring(slash + 1), parent, Map.of(), List.of(), id);
        createEntry.create(writer, ACTOR, drafts.type(sample.contentType()), input);
    }

    private void fillAll(List<SampleEntry> samples, SampleValues values) {
        // Outside the save: what an entry refers to may have to be uploaded first.
        var resolved = new HashMap<SampleEntry, Map<String, Object>>();
        samples.forEach(sample -> complaining(sample, () -> resolved.put(sample, values.of(sample))));
        inBatches(samples, (writer, sample) -> {
            var properties = resolved.get(sample);
            var id = values.id(sample);
            if (properties != null && writer.locate(Perspective.DRAFT, id).isPresent()) {
                saveEntry.save(writer, ACTOR, drafts.type(sample.contentType()), id, null, properties, true);
            }
        });
    }

    private int publish(List<SampleEntry> samples, SampleValues values) {
        var waiting = new ArrayList<String>();
        repository.read(ACTOR, reader -> {
            samples.stream()
                    .filter(SampleEntry::publish)
                    .map(values::id)
                    .filter(id -> reader.locate(Perspective.DRAFT, id)
                            .flatMap(at -> reader.node(at, 0))
                            .filter(SampleContent::isNotLive)
                            .isPresent())
                    .forEach(waiting::add);
            return waiting;
        });
        var published = 0;
        for (var start = 0; start < waiting.size(); start += ENTRIES_PER_PUBLICATION) {
            var batch = waiting.subList(start, Math.min(waiting.size(), start + ENTRIES_PER_PUBLICATION));
            var publication = publishEntry.publishEach(ACTOR, batch);
            published += publication.entries().size();
            samples.stream()
                    .filter(sample -> publication.refused().containsKey(values.id(sample)))
                    .forEach(sample -> LOG.warn(
                            "{} was not published: {}",
                            sample.file(),
                            publication.refused().get(values.id(sample))));
        }
        return published;
    }

    private static boolean isNotLive(ContentNode draft) {
        return EntryState.of(draft) == EntryState.NOT_PUBLISHED;
    }

    private static void complaining(SampleEntry sample, Runnable deed) {
        try {
            deed.run();
        } catch (PlatformException refusal) {
            LOG.warn("{} was not loaded as it is: {} {}", sample.file(), refusal.getMessage(), refusal.fields());
        }
    }
}
