package eu.nephele.mediaworker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The program. Whatever a file does to a task, the answer is a sentence; what cannot be answered any more ends the process. */
public final class MediaWorker {

    private MediaWorker() {}

    public static void main(String[] arguments) throws IOException {
        var output = new DataOutputStream(new BufferedOutputStream(System.out));
        // Libraries that print must not disturb the answers.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        try (var input = new DataInputStream(new BufferedInputStream(System.in))) {
            while (true) {
                answer(WorkerTask.read(input)).write(output);
            }
        } catch (EOFException serverIsGone) {
            System.exit(0);
        }
    }

    private static WorkerAnswer answer(WorkerTask task) {
        try {
            var file = Path.of(task.file());
            return switch (task.kind()) {
                case INSPECT -> new Inspection().of(file, task.fileName());
                case RENDER -> PictureRendering.render(file, Path.of(task.output()), PictureOptions.of(task.options()));
                case PREVIEW -> Previews.make(file, task.fileName(), Path.of(task.output()), task.options());
            };
        } catch (Refusal refusal) {
            return WorkerAnswer.failed(refusal.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            // The heap is in a state that nobody can rely on: say so by ending. The server starts another worker.
            Runtime.getRuntime().halt(3);
            throw tooLarge;
        } catch (StackOverflowError tooDeep) {
            return WorkerAnswer.failed("The file is nested too deeply to be read");
        } catch (Exception | LinkageError failure) {
            return WorkerAnswer.failed(
                    "The file is damaged, or not what its type says (%s)".formatted(reason(failure)));
        }
    }

    private static String reason(Throwable thrown) {
        var failure = thrown;
        while (failure.getCause() != null && failure.getCause() != failure) {
            failure = failure.getCause();
        }
        var message = failure.getMessage();
        var first = message == null ? "" : message.lines().findFirst().orElse("");
        var text = failure.getClass().getSimpleName() + (first.isBlank() ? "" : ": " + first);
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
