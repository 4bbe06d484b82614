package eu.nephele.webapp.editorapi;

import eu.nephele.platform.access.Actor;
import eu.nephele.platform.media.AssetFolders;
import eu.nephele.webapp.http.Body;
import eu.nephele.webapp.http.Described;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The folders of the library. */
@RestController
@RequestMapping("/.rest/editor/v1/assets/folders")
final class AssetFolderController {

    private final AssetFolders folders;

    AssetFolderController(AssetFolders folders) {
        this.folders = folders;
    }

    record FolderList(List<AssetFolders.Folder> folders) {}

    @GetMapping
    @Described("All folders, and how many assets lie directly in each")
    FolderList all(Actor actor) {
        return new FolderList(folders.all(actor));
    }

    record NewFolder(String path) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Described("Makes a folder")
    AssetFolders.Folder create(Actor actor, @Body NewFolder folder) {
        return folders.create(actor, folder.path());
    }

    /** @param to the whole path that it is to have */
    record MovedFolder(String path, String to) {}

    @PatchMapping
    @Described("Moves or renames a folder with all that lies in it")
    AssetFolders.Folder move(Actor actor, @Body MovedFolder folder) {
        return folders.move(actor, folder.path(), folder.to());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Described("Takes an empty folder away")
    void remove(Actor actor, @RequestParam(name = "path") String path) {
        folders.remove(actor, path);
    }
}
