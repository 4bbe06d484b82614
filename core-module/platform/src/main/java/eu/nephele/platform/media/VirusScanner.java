package eu.nephele.platform.media;

import java.io.IOException;
import java.io.InputStream;

/** Looks for viruses in files. */
public interface VirusScanner {

    /** What it says of a file. */
    sealed interface Verdict {

        record Clean() implements Verdict {}

        /** @param signature the name of what was found */
        record Infected(String signature) implements Verdict {}

        /** The scanner works, but does not take this file, such as one that is too large for it. */
        record NotScanned(String why) implements Verdict {}
    }

    /** @throws IOException when the scanner cannot be reached, or stops answering */
    Verdict scan(InputStream content) throws IOException;
}
