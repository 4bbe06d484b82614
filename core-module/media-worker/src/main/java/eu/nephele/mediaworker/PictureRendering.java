package eu.nephele.mediaworker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import net.coobird.thumbnailator.Thumbnails;

/** Makes a picture in another size or format: upright, in its own colours, without what the camera wrote into the file. */
final class PictureRendering {

    private PictureRendering() {}

    static WorkerAnswer render(Path file, Path output, PictureOptions options) throws IOException {
        try (var source = PictureSource.open(file)) {
            if (options.format().equals("gif") && source.isAnimated()) {
                return AnimatedPicture.render(source, output, options);
            }
            var orientation = Orientation.of(file);
            var sideways = orientation.isSideways();
            var upWidth = sideways ? source.height() : source.width();
            var upHeight = sideways ? source.width() : source.height();
            var crop = options.crop().of(upWidth, upHeight);
            var layout = Layout.of(crop.width, crop.height, options);
            var wantedWidth = layout.width() * crop.width / layout.part().width;
            var wantedHeight = layout.height() * crop.height / layout.part().height;
            var read = source.read(
                    orientation.stored(crop, source.width(), source.height()),
                    sideways ? wantedHeight : wantedWidth,
                    sideways ? wantedWidth : wantedHeight);
            var profile = ColourProfile.of(read);
            var upright = upright(profile.withoutMeaning(read), orientation, keepsAlpha(read, options.format()));
            write(scale(upright, layout, (double) upright.getWidth() / crop.width), output, options, profile);
            return answer(layout);
        }
    }

    static void write(BufferedImage picture, Path output, PictureOptions options, ColourProfile profile)
            throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(options.format()).next();
        var bytes = new java.io.ByteArrayOutputStream(64 * 1024);
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            if (!options.format().equals("png") && !options.format().equals("gif")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                if (options.format().equals("webp")) {
                    parameters.setCompressionType("Lossy");
                } else {
                    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                }
                parameters.setCompressionQuality(options.quality() / 100f);
            }
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        Files.write(output, profile.embed(bytes.toByteArray(), options.format(), picture));
    }

    static WorkerAnswer answer(Layout layout) {
        return new WorkerAnswer(
                true,
                "",
                Map.of("width", Integer.toString(layout.width()), "height", Integer.toString(layout.height())),
                List.of());
    }

    /** @param scale of the picture to the one that the layout was made for, since large ones are thinned while they are read */
    static BufferedImage scale(BufferedImage picture, Layout layout, double scale) throws IOException {
        var part = layout.part();
        var left = (int) Math.floor(part.x * scale);
        var top = (int) Math.floor(part.y * scale);
        var width = Math.clamp(Math.round(part.width * scale), 1, picture.getWidth() - left);
        var height = Math.clamp(Math.round(part.height * scale), 1, picture.getHeight() - top);
        var shown = picture.getSubimage(left, top, width, height);
        if (shown.getWidth() == layout.width() && shown.getHeight() == layout.height()) {
            return shown;
        }
        return Objects.requireNonNull(Thumbnails.of(shown)
                .forceSize(layout.width(), layout.height())
                .imageType(picture.getType())
                .asBufferedImage());
    }

    private static boolean keepsAlpha(BufferedImage picture, String format) {
        return picture.getColorModel().hasAlpha() && !format.equals("jpeg");
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation, boolean alpha) {
        var sideways = orientation.isSideways();
        var turned = new BufferedImage(
                sideways ? picture.getHeight() : picture.getWidth(),
                sideways ? picture.getWidth() : picture.getHeight(),
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        if (!alpha) {
            // What shines through is white, as on a page.
            graphics.setColor(java.awt.Color.WHITE);
            graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        }
        graphics.drawImage(picture, orientation.transform(picture.getWidth(), picture.getHeight()), null);
        graphics.dispose();
        return turned;
    }
}
