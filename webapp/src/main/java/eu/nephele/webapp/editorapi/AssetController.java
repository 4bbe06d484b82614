package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.Asset;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.Upload;
import eu.nephele.webapp.http.Described;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploading assets. */
@RestController
@RequestMapping("/.rest/editor/v1/assets")
final class AssetController {

    private static final DateTimeFormatter FOLDER_OF_MONTH = DateTimeFormatter.ofPattern("'/uploads/'yyyy'/'MM");

    private final Assets assets;
    private final Clock clock;

    AssetController(Assets assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    /** @param folder where it is kept; one of this month if not given */
    @PostMapping
    @Described(value = "Uploads an asset", gives = "Asset")
    ResponseEntity<Map<String, Object>> upload(
            Actor actor,
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "folder", required = false) @Nullable String folder) {
        var name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        var place = folder == null ? FOLDER_OF_MONTH.format(LocalDate.now(clock)) : folder;
        var asset = assets.upload(actor, new Upload(name, place, file.getSize(), file::getInputStream));
        return ResponseEntity.created(URI.create(asset.link())).body(json(asset));
    }

    private static Map<String, Object> json(Asset asset) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@id", asset.key());
        json.put("@path", asset.path());
        json.put("@link", asset.link());
        json.put("fileName", asset.fileName());
        json.put("mimeType", asset.mimeType());
        json.put("size", asset.size());
        if (asset.width() != null && asset.height() != null) {
            json.put("width", asset.width());
            json.put("height", asset.height());
        }
        return json;
    }
}
