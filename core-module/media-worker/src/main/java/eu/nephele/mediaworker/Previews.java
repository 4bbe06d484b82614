package eu.nephele.mediaworker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.scale.AWTUtil;

/** A picture of what is no picture: a PDF's first page, the one that an office file brings, or a video's moment ({@code at}, in seconds), as PNG. */
final class Previews {

    private static final float POINTS_PER_INCH = 72;
    private static final float LONGEST_SIDE = 1_600;
    private static final int FFMPEG_SECONDS = 20;

    private Previews() {}

    static WorkerAnswer make(Path file, String fileName, Path output, Map<String, String> options) throws IOException {
        var type = options.getOrDefault("mimeType", "");
        if (type.equals("application/pdf")) {
            return made(firstPage(file), output, "pdfbox");
        }
        if (type.startsWith("video/")) {
            return moment(file, output, Double.parseDouble(options.getOrDefault("at", "0")));
        }
        if (OfficeThumbnail.isOf(type)) {
            var brought = OfficeThumbnail.find(file)
                    .orElseThrow(() -> new Refusal("The document brings no picture of its first page"));
            // What is in it is looked at when it gets its size.
            Files.write(output, brought);
            return new WorkerAnswer(true, "", Map.of("madeBy", "thumbnail"), List.of());
        }
        throw new Refusal("There is no picture of files of the type " + type);
    }

    private static BufferedImage firstPage(Path file) throws IOException {
        try (var document = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                throw new Refusal("The document has no pages");
            }
            var box = document.getPage(0).getCropBox();
            var longest = Math.max(box.getWidth(), box.getHeight());
            var scale = Math.min(150 / POINTS_PER_INCH, LONGEST_SIDE / Math.max(1, longest));
            return new PDFRenderer(document).renderImage(0, scale, ImageType.RGB);
        }
    }

    /** FFmpeg reads every film; what Java reads without it is H.264 in MP4 and QuickTime. */
    private static WorkerAnswer moment(Path file, Path output, double at) throws IOException {
        if (ffmpeg(file, output, at)) {
            return new WorkerAnswer(true, "", Map.of("madeBy", "ffmpeg"), List.of());
        }
        try (var channel = NIOUtils.readableChannel(file.toFile())) {
            var grab = FrameGrab.createFrameGrab(channel);
            if (at > 0) {
                grab.seekToSecondSloppy(at);
            }
            var frame = grab.getNativeFrame();
            if (frame == null) {
                throw new Refusal("The video has no picture at %s s".formatted(at));
            }
            return made(AWTUtil.toBufferedImage(frame), output, "jcodec");
        } catch (JCodecException | RuntimeException notReadable) {
            throw new Refusal("No picture could be taken from the video: install FFmpeg to read more kinds of video");
        }
    }

    private static boolean ffmpeg(Path file, Path output, double at) throws IOException {
        var command = List.of(
                System.getProperty("nephele.ffmpeg", "ffmpeg"),
                "-hide_banner",
                "-loglevel",
                "error",
                "-nostdin",
                "-y",
                "-threads",
                "1",
                "-protocol_whitelist",
                "file",
                "-ss",
                Double.toString(at),
                "-i",
                "file:" + file,
                "-frames:v",
                "1",
                "-vf",
                "scale='min(1920,iw)':-2",
                "-f",
                "image2",
                "-c:v",
                "png",
                "file:" + output);
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(FFMPEG_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0 && Files.exists(output) && Files.size(output) > 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static WorkerAnswer made(BufferedImage picture, Path output, String by) throws IOException {
        if (!javax.imageio.ImageIO.write(picture, "png", output.toFile())) {
            throw new IOException("PNG cannot be written");
        }
        return new WorkerAnswer(true, "", Map.of("madeBy", by), List.of());
    }
}
