package eu.nephele.platform.authoring;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.TranslationMark;
import eu.nephele.api.contenttype.ContentType;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.definition.TimedShapes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which translations no longer fit their source, and that they do all the same. */
public final class Translations {

    private final Drafts drafts;

    public Translations(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The stored names of the translated values whose source has changed since, with the path to them: {@code segments/segments3/text_de}. */
    public static Set<String> outdated(Definitions definitions, ContentType type, ContentNode draft) {
        var marks = TranslationMark.of(draft);
        var outdated = new TreeSet<String>();
        for (var text : TranslatedText.in(definitions, type, draft)) {
            var mark = marks.get(text.path());
            if (mark != null && !mark.equals(TranslationMark.hash(text.source()))) {
                outdated.add(text.path());
            }
        }
        return outdated;
    }

    /** The locale that the segments of a transcript are translated from. */
    public static String sourceLocale(Definitions definitions, ContentType type, ContentNode draft) {
        return TimedShapes.sourceLocale(definitions, type, draft);
    }

    /**
     * Says of translations that they fit their source as it is now. The entry keeps its revision, as nothing that is published changes.
     *
     * @param revision the one that they were compared at; null for whatever they are now
     * @param wanted which, by the names that {@link #outdated} gives
     * @return how many were outdated
     * @throws PlatformException ENTRY_NOT_FOUND, STALE_REVISION, ACCESS_DENIED
     */
    public int confirm(Actor actor, String contentType, String id, @Nullable Long revision, Predicate<String> wanted) {
        var type = drafts.type(contentType);
        return drafts.write(actor, writer -> {
            var at = drafts.require(writer, type, id);
            var draft = Drafts.load(writer, at);
            var current = draft.text(SystemProperties.REVISION);
            if (revision != null && !revision.toString().equals(current)) {
                throw new PlatformException(
                        ErrorCode.STALE_REVISION,
                        say(
                                "The entry is at revision %s now, you compared it at %d: look at it again",
                                current, revision));
            }
            var outdated = outdated(drafts.definitions(), type, draft);
            outdated.removeIf(wanted.negate());
            drafts.rights(actor, type, Subject.of(at, draft)).requireWritable(outdated);
            if (outdated.isEmpty()) {
                return 0;
            }
            var marks = new TreeMap<>(TranslationMark.of(draft));
            TranslatedText.in(drafts.definitions(), type, draft).stream()
                    .filter(text -> outdated.contains(text.path()))
                    .forEach(text -> marks.put(text.path(), TranslationMark.hash(text.source())));
            var stored = TranslationMarks.write(marks);
            writer.setProperties(at, Map.of(SystemProperties.TRANSLATED_FROM, Objects.requireNonNull(stored)));
            return outdated.size();
        });
    }
}
