package eu.nephele.platform.delivery;

import eu.nephele.platform.repository.ContentReader;
import java.util.function.Function;

/** One consistent view of the content, for the time of the work. */
interface LiveContent {

    <T> T read(Function<ContentReader, T> work);
}
