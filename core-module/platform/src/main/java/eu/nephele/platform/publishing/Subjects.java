package eu.nephele.platform.publishing;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.access.Subject;
import eu.nephele.platform.repository.ContentRepository;

/** A draft as rights see it. */
final class Subjects {

    private Subjects() {}

    static Subject of(ContentRepository repository, String entry) {
        return repository.read(
                Actor.system("rights"),
                reader -> reader.locate(Perspective.DRAFT, entry)
                        .map(reader::subject)
                        .orElseThrow(() -> new PlatformException(
                                ErrorCode.ENTRY_NOT_FOUND, say("There is no entry with the id `%s`", entry))));
    }
}
