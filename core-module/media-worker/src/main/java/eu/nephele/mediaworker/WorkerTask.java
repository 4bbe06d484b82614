package eu.nephele.mediaworker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * What a worker is to do with a file.
 *
 * @param file the path of the file
 * @param fileName the name its owner gave it, which decides between types that look alike
 * @param output the path of the file to be made; empty for INSPECT
 * @param options of the picture to be made, see {@link PictureOptions}
 */
public record WorkerTask(Kind kind, String file, String fileName, String output, Map<String, String> options) {

    /**
     * INSPECT: what the file says of itself, and its text. RENDER: a picture in another size or format. PREVIEW: a picture of a document's first page, or of a
     * video's moment.
     */
    public enum Kind {
        INSPECT,
        RENDER,
        PREVIEW
    }

    public WorkerTask {
        options = Map.copyOf(options);
    }

    public void write(DataOutputStream output) throws IOException {
        output.writeUTF(kind.name());
        Wire.writeText(output, file);
        Wire.writeText(output, fileName);
        Wire.writeText(output, this.output);
        Wire.writeMap(output, options);
        output.flush();
    }

    static WorkerTask read(DataInputStream input) throws IOException {
        return new WorkerTask(
                Kind.valueOf(input.readUTF()),
                Wire.readText(input),
                Wire.readText(input),
                Wire.readText(input),
                Wire.readMap(input));
    }
}
