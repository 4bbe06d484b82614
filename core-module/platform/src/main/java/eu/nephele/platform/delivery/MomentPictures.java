package eu.nephele.platform.delivery;

import org.jspecify.annotations.Nullable;

/** Where pictures of moments of films are: nobody may ask for any he likes, so the links are made by who signs them. */
@FunctionalInterface
public interface MomentPictures {

    MomentPictures NONE = (asset, fileName, size, second) -> null;

    /**
     * A path, or null when there are no such pictures.
     *
     * @param asset as properties hold it: {@code jcr:} and an id
     * @param width in pixels
     */
    @Nullable
    String link(String asset, String fileName, int width, double second);
}
