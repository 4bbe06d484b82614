package eu.nephele.platform.media.extract;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What workers may use.
 *
 * @param folder where their libraries are unpacked, if they lie in a jar
 * @param processes at most at the same time
 * @param heapMegabytes of each; a file that needs more ends the worker, and its task
 * @param longest of one task; a task that takes longer is ended with its worker
 * @param idle a worker without tasks ends after this time, so that a server at rest has none
 * @param ffmpeg the program, by name or path; where it is none, films are read by what Java has
 */
public record WorkerSettings(
        Path folder, int processes, int heapMegabytes, Duration longest, Duration idle, String ffmpeg) {

    private static final String FFMPEG = "ffmpeg";

    /** Good for a small server. */
    public static WorkerSettings in(Path folder) {
        return new WorkerSettings(folder, 1, 256, Duration.ofSeconds(30), Duration.ofSeconds(20), FFMPEG);
    }
}
