package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.mediaworker.Crop;
import eu.nephele.mediaworker.PictureOptions;
import eu.nephele.mediaworker.WorkerTask;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.extract.WorkerPool;
import eu.nephele.platform.repository.ContentRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Pictures made from assets: of pictures in other sizes and formats, of PDFs the first page, of videos a moment. Made in worker processes, once, and kept on disk
 * up to a bound. Moving GIFs keep moving; vector pictures need no sizes, and are given as they are.
 */
public final class Renditions {

    private static final String SVG = "image/svg+xml";
    private static final String NEUTRAL =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 9\"><rect width=\"16\" height=\"9\" fill=\"#dfe3e8\"/>"
                    + "<path d=\"M6.5 2.8v3.4l3.2-1.7z\" fill=\"#8a94a0\"/></svg>";

    private final ContentRepository repository;
    private final WorkerPool workers;
    private final RenditionCache cache;
    private final Path work;

    /** @param folder for the pictures; @param maxBytes of all of them */
    public Renditions(ContentRepository repository, WorkerPool workers, Path folder, long maxBytes) {
        this.repository = repository;
        this.workers = workers;
        this.cache = new RenditionCache(folder.resolve("renditions"), maxBytes);
        this.work = folder.resolve("work");
    }

    /**
     * The picture in this size.
     *
     * @param likesWebp whether WebP may be given where the size leaves the format open
     * @throws PlatformException INVALID_VALUE for a file that no picture can be made of, with the reason
     */
    public Optional<Rendition> of(Actor actor, String key, RenditionSize size, boolean likesWebp) {
        return of(actor, Perspective.LIVE, key, size, likesWebp);
    }

    /** The same of a draft, for its editors: also of what is in the trash, or kept from readers. */
    public Optional<Rendition> of(
            Actor actor, Perspective perspective, String key, RenditionSize size, boolean likesWebp) {
        return repository
                .read(actor, reader -> Assets.locate(reader, perspective, key))
                .map(node -> of(actor, perspective, node, size, likesWebp));
    }

    private Rendition of(
            Actor actor, Perspective perspective, ContentNode node, RenditionSize size, boolean likesWebp) {
        AssetNodes.requireHarmless(node);
        var asset = AssetNodes.asset(node);
        if (asset.mimeType().equals(SVG)) {
            var tag = tag(asset, "vector");
            var file = cache.get(tag, target -> copy(actor, perspective, asset, target))
                    .orElseThrow();
            return new Rendition(file, SVG, tag, null);
        }
        var options = options(asset, node, size, likesWebp);
        var tag = tag(asset, options + "@" + size.at());
        var maker = new AtomicReference<String>();
        var made = cache.get(tag, target -> render(actor, perspective, asset, options, size.at(), target, maker));
        if (made.isEmpty()) {
            var file = cache.get(tag(asset, "neutral"), Renditions::neutral).orElseThrow();
            return new Rendition(file, SVG, tag, "neutral");
        }
        var isFrame = !asset.mimeType().startsWith("image/");
        var madeBy = isFrame ? madeBy(tag(asset, "maker of " + tag), maker.get()) : null;
        return new Rendition(made.get(), "image/" + options.format(), tag, madeBy);
    }

    /** Is kept beside the picture; null when it was lost. */
    private @Nullable String madeBy(String key, @Nullable String now) {
        return cache.get(key, target -> {
                    if (now != null) {
                        Files.writeString(target, now);
                    }
                    return now != null;
                })
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException goneMeanwhile) {
                        return now;
                    }
                })
                .orElse(null);
    }

    private boolean render(
            Actor actor,
            Perspective perspective,
            Asset asset,
            PictureOptions options,
            double at,
            Path target,
            AtomicReference<String> maker)
            throws IOException {
        Files.createDirectories(work);
        var source = Files.createTempFile(work, "render", ".tmp");
        var preview = Files.createTempFile(work, "preview", ".png");
        try {
            copy(actor, perspective, asset, source);
            var picture = source;
            if (!asset.mimeType().startsWith("image/")) {
                var asked = Map.of("mimeType", asset.mimeType(), "at", Double.toString(at));
                var answer = workers.run(new WorkerTask(
                        WorkerTask.Kind.PREVIEW, source.toString(), asset.fileName(), preview.toString(), asked));
                if (!answer.done()) {
                    if (asset.mimeType().startsWith("video/")) {
                        return false;
                    }
                    throw refused(asset, answer.problem());
                }
                maker.set(answer.values().getOrDefault("madeBy", ""));
                picture = preview;
            }
            var answer = workers.run(new WorkerTask(
                    WorkerTask.Kind.RENDER, picture.toString(), asset.fileName(), target.toString(), options.toMap()));
            if (!answer.done()) {
                throw refused(asset, answer.problem());
            }
            return true;
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(preview);
        }
    }

    private static PlatformException refused(Asset asset, String problem) {
        return new PlatformException(
                ErrorCode.INVALID_VALUE,
                say("No picture can be made of %s: %s", asset.fileName(), FileNotes.said(problem)));
    }

    private static PictureOptions options(Asset asset, ContentNode node, RenditionSize size, boolean likesWebp) {
        var variation = size.variation();
        var crop = size.crop() != null ? size.crop() : crop(asset);
        var focal = size.focalPoint() != null ? size.focalPoint() : node.text(AssetProperty.FOCAL_POINT.key());
        var across = 0.5;
        var down = 0.5;
        if (focal != null) {
            var point = focal.split(",");
            across = crop.across(Double.parseDouble(point[0]));
            down = crop.down(Double.parseDouble(point[1]));
        }
        return new PictureOptions(
                crop,
                variation.width(),
                variation.height(),
                variation.crop() ? PictureOptions.Fit.COVER : PictureOptions.Fit.CONTAIN,
                across,
                down,
                format(asset.mimeType(), variation.format(), likesWebp),
                variation.quality());
    }

    static boolean canBeCropped(Asset asset) {
        return AssetKind.of(asset.mimeType()) == AssetKind.IMAGE
                && !asset.mimeType().equals(SVG);
    }

    /** What editors cut out; a file that has taken the place of a picture is shown whole. */
    private static Crop crop(Asset asset) {
        var crop = canBeCropped(asset) ? asset.crop() : null;
        return crop == null ? Crop.WHOLE : Crop.parse(crop).orElse(Crop.WHOLE);
    }

    private static String format(String mimeType, @Nullable String asked, boolean likesWebp) {
        if (mimeType.equals("image/gif") && asked == null) {
            return "gif";
        }
        if (asked != null) {
            return asked;
        }
        return likesWebp ? "webp" : mimeType.equals("image/png") || mimeType.equals("image/webp") ? "png" : "jpeg";
    }

    private boolean copy(Actor actor, Perspective perspective, Asset asset, Path target) {
        return repository.read(actor, reader -> {
            var at = new Location(perspective, Assets.WORKSPACE.name(), asset.path()).child(AssetNodes.RESOURCE);
            try (var content = reader.binary(at, AssetNodes.DATA).orElseThrow()) {
                Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean neutral(Path target) throws IOException {
        Files.writeString(target, NEUTRAL);
        return true;
    }

    private static String tag(Asset asset, String options) {
        try {
            var text = asset.id() + " " + asset.version() + " " + options;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 40);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
