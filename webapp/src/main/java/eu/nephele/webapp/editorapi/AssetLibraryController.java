package eu.nephele.webapp.editorapi;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.AssetFacet;
import eu.nephele.platform.media.AssetLibrary;
import eu.nephele.platform.media.AssetQuery;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.DescribeAsset;
import eu.nephele.platform.media.LibraryOptions;
import eu.nephele.platform.media.LinkSignature;
import eu.nephele.platform.media.MoveAsset;
import eu.nephele.platform.media.RenditionSize;
import eu.nephele.platform.media.ReplaceFile;
import eu.nephele.platform.media.TrashAsset;
import eu.nephele.platform.media.Upload;
import eu.nephele.webapp.http.Described;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** The library of assets: what there is, another file in place, many at once, trash. */
@RestController
@RequestMapping("/.rest/editor/v1/assets")
final class AssetLibraryController {

    private static final int MOST_AT_ONCE = 500;
    private static final int FURTHEST = 100_000;

    private final Assets assets;
    private final AssetLibrary library;
    private final LibraryOptions options;
    private final MoveAsset moveAsset;
    private final DescribeAsset describeAsset;
    private final ReplaceFile replaceFile;
    private final TrashAsset trashAsset;
    private final EditorLimits limits;
    private final LinkSignature signature;
    private final JsonBody json;

    AssetLibraryController(
            Assets assets,
            AssetLibrary library,
            LibraryOptions options,
            MoveAsset moveAsset,
            DescribeAsset describeAsset,
            ReplaceFile replaceFile,
            TrashAsset trashAsset,
            EditorLimits limits,
            LinkSignature signature,
            JsonBody json) {
        this.assets = assets;
        this.library = library;
        this.options = options;
        this.moveAsset = moveAsset;
        this.describeAsset = describeAsset;
        this.replaceFile = replaceFile;
        this.trashAsset = trashAsset;
        this.limits = limits;
        this.signature = signature;
        this.json = json;
    }

    /**
     * @param folder only what lies in it; all that there is, where it is not given
     * @param below also what lies in the folders below
     * @param contentHash SHA-256: only the assets with just this content
     */
    @GetMapping
    @Described(
            value =
                    "Assets: q is words; the facets kind, format, orientation, licence, language, organisation and missing narrow, each by one or more values;"
                            + " sort is title, modified, size or format, descending with a minus before it",
            gives = "AssetPage")
    Map<String, Object> list(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "folder", required = false) @Nullable String folder,
            @RequestParam(name = "below", defaultValue = "false") boolean below,
            @RequestParam(name = "trash", defaultValue = "false") boolean trash,
            @RequestParam(name = "kind", required = false) @Nullable List<String> kind,
            @RequestParam(name = "format", required = false) @Nullable List<String> format,
            @RequestParam(name = "orientation", required = false) @Nullable List<String> orientation,
            @RequestParam(name = "licence", required = false) @Nullable List<String> licence,
            @RequestParam(name = "language", required = false) @Nullable List<String> language,
            @RequestParam(name = "organisation", required = false) @Nullable List<String> organisation,
            @RequestParam(name = "missing", required = false) @Nullable List<String> missing,
            @RequestParam(name = "sort", defaultValue = "-modified") String sort,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @RequestParam(name = "contentHash", defaultValue = "") String contentHash,
            HttpServletRequest request) {
        EntryListController.requireWithin("offset", offset, 0, FURTHEST);
        EntryListController.requireWithin("limit", limit, 1, limits.maxPageSize());
        if (!contentHash.isEmpty()) {
            var same = assets.withContent(actor, contentHash);
            return AssetJson.all(same);
        }
        var wanted = new EnumMap<AssetFacet, Set<String>>(AssetFacet.class);
        for (var facet : AssetFacet.values()) {
            // Taken from the request, for the framework would part a value at its commas.
            var values = request.getParameterValues(facet.key());
            if (values != null) {
                wanted.put(facet, Set.of(values));
            }
        }
        return AssetJson.page(
                library.find(actor, AssetQuery.of(q, folder, below, trash, wanted, sort, offset, limit)), offset);
    }

    @GetMapping("/options")
    @Described(
            value =
                    "What one may do in the library, and what it knows of: locales, sizes of pictures, how large a file may be",
            gives = "AssetOptions")
    Map<String, Object> options(Actor actor) {
        var known = options.of(actor);
        return Map.of(
                "locales",
                known.locales(),
                "sizes",
                known.sizes(),
                "maxFileSize",
                known.maxFileSize(),
                "may",
                AssetJson.rights(known.may()));
    }

    @PatchMapping
    @Described(
            value = "Sets the same for many assets, or puts them into a folder; each says how it went",
            takes = "AssetBulkChange",
            gives = "AssetBulkResult")
    Map<String, Object> changeMany(Actor actor, HttpServletRequest request) throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var ids = body.texts("ids");
        var metadata = body.object("metadata");
        var properties = body.object("properties");
        var folder = body.text("folder");
        body.requireNothingElse("ids", "metadata", "properties", "folder");
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, "ids must name 1 to %d assets".formatted(MOST_AT_ONCE));
        }
        var results = new ArrayList<Map<String, Object>>();
        for (var id : ids) {
            results.add(changed(actor, id, metadata, properties, folder));
        }
        return Map.of("results", results);
    }

    private Map<String, Object> changed(
            Actor actor,
            String id,
            Map<String, Object> metadata,
            Map<String, Object> properties,
            @Nullable String folder) {
        try {
            if (folder != null) {
                moveAsset.move(actor, id, folder);
            }
            return AssetJson.whole(describeAsset.change(actor, id, null, metadata, properties));
        } catch (PlatformException refusal) {
            return Map.of(
                    "@id",
                    id,
                    "error",
                    String.valueOf(refusal.getMessage()),
                    "code",
                    refusal.code().name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
                .orElseThrow(() -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", id)))
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
