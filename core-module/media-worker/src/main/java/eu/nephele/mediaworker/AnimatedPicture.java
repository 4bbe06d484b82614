package eu.nephele.mediaworker;

import java.awt.AlphaComposite;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;

/** A moving GIF in another size. Its frames change parts of the one before, so each is drawn whole and then made smaller. */
final class AnimatedPicture {

    private static final int MAX_FRAMES = 500;
    private static final long MAX_PIXELS = 200_000_000;
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";

    private record Frame(int left, int top, String delay, String disposal) {}

    private AnimatedPicture() {}

    static WorkerAnswer render(PictureSource source, Path output, PictureOptions options) throws IOException {
        var reader = source.reader();
        var frames = reader.getNumImages(true);
        var screen = screen(source);
        var width = screen[0];
        var height = screen[1];
        if (frames > MAX_FRAMES || (long) width * height * frames > MAX_PIXELS) {
            throw new Refusal("The moving picture has %d frames of %d x %d: too many to work on"
                    .formatted(frames, width, height));
        }
        var crop = options.crop().of(width, height);
        var layout = Layout.of(crop.width, crop.height, options);
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = ImageIO.createImageOutputStream(output.toFile())) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var index = 0; index < frames; index++) {
                var frame = frame(reader.getImageMetadata(index));
                var before = frame.disposal().equals("restoreToPrevious") ? copy(canvas) : null;
                var picture = reader.read(index);
                draw(canvas, picture, frame);
                var scaled = PictureRendering.scale(
                        copy(canvas).getSubimage(crop.x, crop.y, crop.width, crop.height), layout, 1);
                var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(scaled), null);
                describe(metadata, frame.delay(), index == 0);
                writer.writeToSequence(new IIOImage(scaled, null, metadata), null);
                if (before != null) {
                    canvas = before;
                } else if (frame.disposal().equals("restoreToBackgroundColor")) {
                    clear(canvas, frame, picture);
                }
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return PictureRendering.answer(layout);
    }

    private static int[] screen(PictureSource source) throws IOException {
        var metadata = source.reader().getStreamMetadata();
        var root = metadata == null ? null : (Element) metadata.getAsTree(STREAM_FORMAT);
        var screen = root == null
                ? null
                : (Element) root.getElementsByTagName("LogicalScreenDescriptor").item(0);
        return screen == null
                ? new int[] {source.width(), source.height()}
                : new int[] {
                    Integer.parseInt(screen.getAttribute("logicalScreenWidth")),
                    Integer.parseInt(screen.getAttribute("logicalScreenHeight"))
                };
    }

    private static Frame frame(IIOMetadata metadata) {
        var root = (Element) metadata.getAsTree(FORMAT);
        var place = (Element) root.getElementsByTagName("ImageDescriptor").item(0);
        var control =
                (Element) root.getElementsByTagName("GraphicControlExtension").item(0);
        return new Frame(
                Integer.parseInt(place.getAttribute("imageLeftPosition")),
                Integer.parseInt(place.getAttribute("imageTopPosition")),
                control == null ? "10" : control.getAttribute("delayTime"),
                control == null ? "none" : control.getAttribute("disposalMethod"));
    }

    private static void draw(BufferedImage canvas, BufferedImage picture, Frame frame) {
        var graphics = canvas.createGraphics();
        graphics.drawImage(picture, frame.left(), frame.top(), null);
        graphics.dispose();
    }

    private static void clear(BufferedImage canvas, Frame frame, BufferedImage picture) {
        var graphics = canvas.createGraphics();
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fillRect(frame.left(), frame.top(), picture.getWidth(), picture.getHeight());
        graphics.dispose();
    }

    private static BufferedImage copy(BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        copy.setData(picture.getData());
        return copy;
    }

    private static void describe(IIOMetadata metadata, String delay, boolean first) throws IOException {
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        var control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("disposalMethod", "restoreToBackgroundColor");
        control.setAttribute("delayTime", delay);
        if (first) {
            var extensions = new IIOMetadataNode("ApplicationExtensions");
            var loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            extensions.appendChild(loop);
            root.appendChild(extensions);
        }
        metadata.setFromTree(FORMAT, root);
    }
}
