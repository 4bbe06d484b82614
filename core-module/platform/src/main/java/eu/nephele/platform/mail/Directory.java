package eu.nephele.platform.mail;

import java.util.Map;
import java.util.Optional;

/** What letters need to know of people and entries, asked when a letter goes out. */
public interface Directory {

    /** Empty for somebody who is suspended or gone, or has no address. */
    Optional<Recipient> recipient(String user);

    /**
     * What the words of a notice stand for, in a language: {@code title} of the entry, {@code by}, {@code stage}, {@code organisation}.
     *
     * @return empty where the person may not read the entry any more, or it is gone: then nothing is told
     */
    Optional<Map<String, String>> words(String user, String language, Notice notice);
}
