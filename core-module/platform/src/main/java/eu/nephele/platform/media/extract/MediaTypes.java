package eu.nephele.platform.media.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Finds the type of a file from its first bytes; the name only decides between types that look alike. What a client claims is never believed. */
public final class MediaTypes {

    private final Detector detector = MimeTypes.getDefaultMimeTypes();

    /** The type without parameters, such as {@code image/png}; {@code application/octet-stream} when nothing is known. Leaves the stream open. */
    public String detect(InputStream content, String fileName) throws IOException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        var buffered = new BufferedInputStream(content);
        return detector.detect(buffered, new Metadata()).equals(MediaType.OCTET_STREAM)
                ? MediaType.OCTET_STREAM.toString()
                : detector.detect(buffered, metadata).getBaseType().toString();
    }
}
