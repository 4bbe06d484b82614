package eu.nephele.platform.media.extract;

import eu.nephele.mediaworker.MediaWorker;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * How a worker is started: on a class path of its own, and fenced in as far as this machine lets us (util-linux: {@code unshare} takes the network away,
 * {@code prlimit} limits memory and CPU; {@code nice} lets the server go first).
 */
final class WorkerProgram {

    private static final String LIBRARIES = "META-INF/media-worker/";
    private static final String ABOUT_THE_JAR = "META-INF/";
    private static final long ADDRESS_SPACE_BESIDE_HEAP = 4L * 1024 * 1024 * 1024;
    private static final int CPU_SECONDS = 900;

    private final WorkerSettings settings;
    private final List<String> fence;
    private final String classPath;

    WorkerProgram(WorkerSettings settings) throws IOException {
        this.settings = settings;
        this.fence = fence(settings);
        this.classPath = classPath(settings.folder());
    }

    Process start() throws IOException {
        var command = new ArrayList<>(fence);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + settings.folder(),
                "-Dnephele.ffmpeg=" + settings.ffmpeg(),
                "-Dlog4j2.StatusLogger.level=OFF",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                MediaWorker.class.getName()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    /** Whether workers can reach the network, for the operator to know. */
    boolean isWithoutNetwork() {
        return fence.contains("unshare");
    }

    private static List<String> fence(WorkerSettings settings) {
        var fence = new ArrayList<String>();
        addIfUsable(fence, List.of("unshare", "--map-root-user", "--net"));
        var memory = ADDRESS_SPACE_BESIDE_HEAP + settings.heapMegabytes() * 1024L * 1024;
        addIfUsable(fence, List.of("prlimit", "--as=" + memory, "--cpu=" + CPU_SECONDS, "--core=0"));
        addIfUsable(fence, List.of("nice", "-n", "10"));
        return fence;
    }

    private static void addIfUsable(List<String> fence, List<String> command) {
        var trial = new ArrayList<>(command);
        trial.add("true");
        try {
            var process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                fence.addAll(command);
            }
        } catch (IOException notInstalled) {
            // This machine has no such fence; heap, time and idle limits hold without it.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String classPath(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            var code = MediaWorker.class.getProtectionDomain().getCodeSource().getLocation();
            if (code.getProtocol().equals("file") && Files.isDirectory(Path.of(code.toURI()))) {
                return classPathOf(Path.of(code.toURI()), Path.of(code.toURI()).resolve(LIBRARIES));
            }
            var jar = code.getProtocol().equals("jar") ? code.toURI() : new URI("jar:" + code + "!/");
            var unpacked = folder.resolve("program");
            unpack(((JarURLConnection) jar.toURL().openConnection()).getJarFile(), unpacked);
            return classPathOf(unpacked, unpacked.resolve(LIBRARIES));
        } catch (URISyntaxException notAFile) {
            throw new IOException("The media worker cannot be found: " + notAFile.getMessage(), notAFile);
        }
    }

    private static String classPathOf(Path classes, Path libraries) {
        return classes + File.pathSeparator + libraries + File.separator + "*";
    }

    /** What is there with the right size is left as it is; what is not in this version goes. */
    private static void unpack(JarFile jar, Path folder) throws IOException {
        var wanted = new java.util.HashSet<Path>();
        for (var entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
            var library = entry.getName().startsWith(LIBRARIES);
            if (!library && entry.getName().startsWith(ABOUT_THE_JAR)) {
                continue;
            }
            var target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("A part of the media worker lies outside of it: " + entry.getName());
            }
            wanted.add(target);
            if (!library || !Files.exists(target) || Files.size(target) != entry.getSize()) {
                Files.createDirectories(target.getParent());
                try (var content = jar.getInputStream(entry)) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        try (var there = Files.walk(folder)) {
            for (var file : there.filter(Files::isRegularFile).toList()) {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
