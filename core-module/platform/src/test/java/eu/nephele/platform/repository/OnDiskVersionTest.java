package eu.nephele.platform.repository;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OnDiskVersionTest extends VersionContract {

    @TempDir
    Path folder;

    @Override
    protected RepositorySettings settings() {
        return RepositorySettings.in(folder);
    }
}
