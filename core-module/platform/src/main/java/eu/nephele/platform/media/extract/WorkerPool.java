package eu.nephele.platform.media.extract;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.mediaworker.WorkerAnswer;
import eu.nephele.mediaworker.WorkerTask;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worker processes: started when there is a task, replaced when they die, ended when there is nothing to do. A file can end its worker; it cannot do more than
 * that.
 */
public final class WorkerPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    /** Libraries hold on to things; a fresh worker has forgotten them. */
    private static final int TASKS_OF_ONE_WORKER = 200;

    private static final class Worker {
        final Process process;
        final DataOutputStream tasks;
        final DataInputStream answers;
        int done;
        Instant since = Instant.now();

        Worker(Process process) {
            this.process = process;
            this.tasks = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        }

        void end() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private final WorkerSettings settings;
    private final Semaphore places;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Deque<Worker> all = new ArrayDeque<>();
    private @Nullable WorkerProgram program;
    private @Nullable Thread reaper;
    private boolean closed;

    public WorkerPool(WorkerSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.processes(), true);
    }

    /**
     * Has the task done, and waits for it. A file that cannot be worked on, for whatever reason, gives an answer that says so.
     *
     * @throws PlatformException STORE_UNAVAILABLE when no worker can be started, or the server is stopping
     */
    public WorkerAnswer run(WorkerTask task) {
        try {
            places.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable("the server is stopping", stopping);
        }
        try {
            return runOn(take(), task);
        } catch (IOException notStarted) {
            throw unavailable(notStarted.getMessage(), notStarted);
        } finally {
            places.release();
        }
    }

    private WorkerAnswer runOn(Worker worker, WorkerTask task) throws IOException {
        var watch = Thread.ofVirtual().start(() -> endAfter(worker, settings.longest()));
        try {
            task.write(worker.tasks);
            var answer = WorkerAnswer.read(worker.answers);
            watch.interrupt();
            giveBack(worker);
            return answer;
        } catch (IOException died) {
            var late = !watch.isAlive();
            watch.interrupt();
            discard(worker);
            if (!late && worker.done > 0) {
                // Maybe a file before this one did it: a worker that has read nothing yet decides.
                return runOn(take(), task);
            }
            return new WorkerAnswer(false, late ? tookTooLong() : ended(), Map.of(), List.of());
        }
    }

    private String tookTooLong() {
        return "The file could not be read within %d seconds"
                .formatted(settings.longest().toSeconds());
    }

    private String ended() {
        return "The file needs more memory than the %d MB that reading a file may take, or ends the program that reads it"
                .formatted(settings.heapMegabytes());
    }

    private static void endAfter(Worker worker, Duration time) {
        try {
            Thread.sleep(time);
            worker.end();
        } catch (InterruptedException doneInTime) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Worker take() throws IOException {
        if (closed) {
            throw new IOException("the server is stopping");
        }
        while (!idle.isEmpty()) {
            var worker = idle.pop();
            if (worker.process.isAlive()) {
                return worker;
            }
            all.remove(worker);
        }
        if (program == null) {
            program = new WorkerProgram(settings);
            if (!program.isWithoutNetwork()) {
                LOG.info(
                        "Files are read by processes that could reach the network: this machine does not allow to take it from them");
            }
        }
        var worker = new Worker(program.start());
        all.add(worker);
        return worker;
    }

    private synchronized void giveBack(Worker worker) {
        if (closed || ++worker.done >= TASKS_OF_ONE_WORKER) {
            worker.end();
            all.remove(worker);
            return;
        }
        worker.since = Instant.now();
        idle.push(worker);
        if (reaper == null) {
            reaper = Thread.ofVirtual().name("idle-workers").start(this::endIdle);
        }
    }

    private synchronized void discard(Worker worker) {
        worker.end();
        all.remove(worker);
    }

    private void endIdle() {
        try {
            while (true) {
                Thread.sleep(settings.idle().dividedBy(2));
                synchronized (this) {
                    var before = Instant.now().minus(settings.idle());
                    idle.stream()
                            .filter(worker -> worker.since.isBefore(before))
                            .toList()
                            .forEach(worker -> {
                                idle.remove(worker);
                                discard(worker);
                            });
                    if (idle.isEmpty()) {
                        reaper = null;
                        return;
                    }
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process ids of the workers that run now. */
    public synchronized List<Long> processes() {
        return all.stream()
                .filter(worker -> worker.process.isAlive())
                .map(worker -> worker.process.pid())
                .toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(Worker::end);
        all.clear();
        idle.clear();
        if (reaper != null) {
            reaper.interrupt();
        }
    }

    private static PlatformException unavailable(String reason, Throwable cause) {
        return new PlatformException(
                ErrorCode.STORE_UNAVAILABLE, "No process could be started to read the file: " + reason, cause);
    }
}
