package eu.nephele.webapp.editorapi;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.AssetDetails;
import eu.nephele.platform.media.Assets;
import eu.nephele.platform.media.DescribeAsset;
import eu.nephele.platform.media.LibraryOptions;
import eu.nephele.platform.media.Quota;
import eu.nephele.platform.media.Upload;
import eu.nephele.webapp.http.Described;
import eu.nephele.webapp.http.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploading assets, and what is known and said of them. */
@RestController
@RequestMapping("/.rest/editor/v1/assets")
final class AssetController {

    private static final DateTimeFormatter FOLDER_OF_MONTH = DateTimeFormatter.ofPattern("'/uploads/'yyyy'/'MM");

    private final Assets assets;
    private final DescribeAsset describeAsset;
    private final LibraryOptions options;
    private final Quota quota;
    private final JsonBody json;
    private final Clock clock;

    AssetController(
            Assets assets,
            DescribeAsset describeAsset,
            LibraryOptions options,
            Quota quota,
            JsonBody json,
            Clock clock) {
        this.quota = quota;
        this.assets = assets;
        this.describeAsset = describeAsset;
        this.options = options;
        this.json = json;
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
        return ResponseEntity.created(URI.create(asset.link())).body(AssetJson.summary(asset));
    }

    @GetMapping("/quota")
    @Described(value = "How much room the files of your organisation take and have", gives = "AssetQuota")
    Map<String, Object> room(Actor actor) {
        return quota.of(actor)
                .<Map<String, Object>>map(
                        use -> Map.of("organisation", use.organisation(), "used", use.used(), "allowed", use.allowed()))
                .orElse(Map.of());
    }

    @GetMapping("/{id}")
    @Described(value = "One asset with what is known and said of it", gives = "AssetDetails")
    ResponseEntity<Map<String, Object>> read(Actor actor, @PathVariable String id) {
        var details = describeAsset
                .details(actor, id)
                .orElseThrow(() -> new PlatformException(ErrorCode.ASSET_NOT_FOUND, say("There is no asset %s", id)));
        return answer(actor, details);
    }

    /** Body: {@code metadata} and {@code properties}, of each what is to change; {@code revision}, or If-Match. */
    @PatchMapping("/{id}")
    @Described(value = "Corrects metadata, sets properties", takes = "AssetChange", gives = "AssetDetails")
    ResponseEntity<Map<String, Object>> change(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        var body = new EntryBody(json.read(request.getInputStream()));
        var revision = body.number("revision", ifMatch);
        var metadata = body.object("metadata");
        var properties = body.object("properties");
        body.requireNothingElse("metadata", "properties", "revision");
        return answer(actor, describeAsset.change(actor, id, revision, metadata, properties));
    }

    private ResponseEntity<Map<String, Object>> answer(Actor actor, AssetDetails details) {
        var json = AssetJson.whole(details);
        options.standing(actor, details.asset().key()).ifPresent(standing -> {
            json.put("trash", standing.isTrash());
            json.put("permissions", AssetJson.rights(standing.may()));
        });
        return ResponseEntity.ok()
                .eTag(Long.toString(details.asset().revision()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(json);
    }
}
