package eu.nephele.platform.repository;

class InMemoryVersionTest extends VersionContract {

    @Override
    protected RepositorySettings settings() {
        return RepositorySettings.inMemory();
    }
}
