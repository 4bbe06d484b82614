package eu.nephele.webapp.editorapi;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.AssetFolders;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.DescribeAsset;
import eu.nephele.platform.media.LinkSignature;
import eu.nephele.platform.media.RenditionSize;
import eu.nephele.platform.media.ReplaceFile;
import eu.nephele.platform.media.TrashAsset;
import eu.nephele.platform.media.Upload;
import eu.nephele.webapp.http.Described;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The library of assets: folders, another file in place, many at once, trash. */
@RestController
@RequestMapping("/.rest/editor/v1/assets")
final class AssetLibraryController {

    private static final int MOST_AT_ONCE = 500;
    private static final int FURTHEST = 100_000;

    private final Assets assets;
    private final AssetFolders folders;
    private final DescribeAsset describeAsset;
    private final ReplaceFile replaceFile;
    private final TrashAsset trashAsset;
    private final EditorLimits limits;
    private final LinkSignature signature;
    private final JsonBody json;

    AssetLibraryController(
            Assets assets,
            AssetFolders folders,
            DescribeAsset describeAsset,
            ReplaceFile replaceFile,
            TrashAsset trashAsset,
            EditorLimits limits,
            LinkSignature signature,
            JsonBody json) {
        this.assets = assets;
        this.folders = folders;
        this.describeAsset = describeAsset;
        this.replaceFile = replaceFile;
        this.trashAsset = trashAsset;
        this.limits = limits;
        this.signature = signature;
        this.json = json;
    }

    @GetMapping
    @Described(value = "The assets of a folder, of the trash, or of a content hash", gives = "AssetList")
    Map<String, Object> list(
            Actor actor,
            @RequestParam(name = "folder", defaultValue = "/") String folder,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @RequestParam(name = "trash", defaultValue = "false") boolean trash,
            @RequestParam(name = "contentHash", defaultValue = "") String contentHash) {
        if (offset < 0 || offset > FURTHEST || limit < 1 || limit > limits.maxPageSize()) {
            throw new PlatformException(
                    ErrorCode.BAD_REQUEST,
                    "offset must lie between 0 and %d, limit between 1 and %d"
                            .formatted(FURTHEST, limits.maxPageSize()));
        }
        var answer = new LinkedHashMap<String, Object>();
        if (!contentHash.isEmpty()) {
            answer.put(
                    "results",
                    assets.withContent(actor, contentHash).stream()
                            .map(AssetJson::summary)
                            .toList());
        } else if (trash) {
            answer.put(
                    "results",
                    folders.trash(actor).stream().map(AssetJson::summary).toList());
        } else {
            var page = folders.list(actor, folder, offset, limit);
            answer.put("folders", page.folders());
            answer.put("results", page.assets().stream().map(AssetJson::summary).toList());
            answer.put("hasMore", page.hasMore());
        }
        return answer;
    }

    @PatchMapping
    @Described(
            value = "Sets the same for many assets; each says how it went",
            takes = "AssetBulkChange",
            gives = "AssetList")
    Map<String, Object> changeMany(Actor actor, HttpServletRequest request) throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var ids = body.texts("ids");
        var metadata = body.object("metadata");
        var properties = body.object("properties");
        body.requireNothingElse("ids", "metadata", "properties");
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "ids must name 1 to %d assets".formatted(MOST_AT_ONCE));
        }
        var results = new ArrayList<Map<String, Object>>();
        for (var id : ids) {
            results.add(changed(actor, id, metadata, properties));
        }
        return Map.of("results", results);
    }

    private Map<String, Object> changed(
            Actor actor, String id, Map<String, Object> metadata, Map<String, Object> properties) {
        try {
            return AssetJson.whole(describeAsset.change(actor, id, null, metadata, properties));
        } catch (PlatformException refusal) {
            return Map.of("@id", id, "error", String.valueOf(refusal.getMessage()));
        }
    }

    @PostMapping("/{id}/file")
    @Described(value = "Gives the asset another file; what refers to it shows the new one", gives = "Asset")
    Map<String, Object> replace(Actor actor, @PathVariable String id, @RequestPart("file") MultipartFile file) {
        var name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        return AssetJson.summary(
                replaceFile.replace(actor, id, new Upload(name, "/", file.getSize(), file::getInputStream)));
    }

    /** @param size such as {@code w800-h600-cover-webp-q80} */
    @GetMapping("/{id}/rendition-link")
    @Described(value = "A signed link to a picture of the asset in a size of your own", gives = "RenditionLink")
    Map<String, Object> renditionLink(Actor actor, @PathVariable String id, @RequestParam(name = "size") String size) {
        var asset = describeAsset
                .details(actor, id)
                .orElseThrow(() -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, "There is no asset " + id))
                .asset();
        return Map.of("link", RenditionSize.link(size, asset, signature));
    }

    @DeleteMapping("/{id}")
    @Described("Puts the asset into the trash; with purge=true it goes for good, out of the trash")
    ResponseEntity<Void> delete(
            Actor actor, @PathVariable String id, @RequestParam(name = "purge", defaultValue = "false") boolean purge) {
        if (purge) {
            trashAsset.purge(actor, id);
        } else {
            trashAsset.trash(actor, id);
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    @Described(value = "Takes the asset out of the trash; it is live again", gives = "AssetDetails")
    Map<String, Object> restore(Actor actor, @PathVariable String id) {
        trashAsset.restore(actor, id);
        return AssetJson.whole(describeAsset.details(actor, id).orElseThrow());
    }
}
