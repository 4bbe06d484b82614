package eu.nephele.webapp.app;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.Asset;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files that sample content names, such as {@code assets/pictures/wood.svg}: uploaded once each, below {@code /samples}. */
@Component
class SampleAssets {

    private static final Actor ACTOR = Actor.system("sample-content");

    private final NepheleSettings settings;
    private final Assets assets;

    SampleAssets(NepheleSettings settings, Assets assets) {
        this.settings = settings;
        this.assets = assets;
    }

    /** @return the asset's key, {@code jcr:<uuid>} */
    String key(String module, String path) {
        var file = find(module, path)
                .orElseThrow(() -> new PlatformException(
                        ErrorCode.ASSET_NOT_FOUND, "There is no file %s in the module %s".formatted(path, module)));
        var place = "/samples/" + module + "/" + path;
        return assets.at(ACTOR, Perspective.DRAFT, place)
                .orElseGet(() -> upload(file, place.substring(0, place.lastIndexOf('/'))))
                .key();
    }

    private Asset upload(Path file, String folder) {
        try {
            return assets.upload(ACTOR, Upload.of(file, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> find(String module, String path) {
        return settings.moduleFolders().stream()
                .map(folder -> folder.toAbsolutePath().normalize().resolve(module))
                .map(home -> home.resolve(path).normalize())
                .filter(file -> settings.moduleFolders().stream()
                        .anyMatch(folder -> file.startsWith(
                                folder.toAbsolutePath().normalize().resolve(module))))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
