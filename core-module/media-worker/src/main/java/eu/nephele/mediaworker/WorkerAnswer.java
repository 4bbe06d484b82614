package eu.nephele.mediaworker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What came out of a task.
 *
 * @param problem why it was not done, or not wholly, in words for an editor; empty when all is well
 * @param values names and plain values, such as {@code duration} and {@code 12.48}
 * @param pages the text, page by page
 */
public record WorkerAnswer(boolean done, String problem, Map<String, String> values, List<String> pages) {

    public WorkerAnswer {
        values = Map.copyOf(values);
        pages = List.copyOf(pages);
    }

    static WorkerAnswer failed(String problem) {
        return new WorkerAnswer(false, problem, Map.of(), List.of());
    }

    void write(DataOutputStream output) throws IOException {
        output.writeBoolean(done);
        Wire.writeText(output, problem);
        Wire.writeMap(output, values);
        output.writeInt(pages.size());
        for (var page : pages) {
            Wire.writeText(output, page);
        }
        output.flush();
    }

    /** @throws IOException also for an answer that is larger than any worker in its senses gives */
    public static WorkerAnswer read(DataInputStream input) throws IOException {
        var done = input.readBoolean();
        var problem = Wire.readText(input);
        var values = Wire.readMap(input);
        return new WorkerAnswer(done, problem, values, Wire.readTexts(input));
    }
}
