package eu.nephele.platform.repository;

class InMemoryReadWriteTest extends ReadWriteContract {

    @Override
    protected RepositorySettings settings() {
        return RepositorySettings.inMemory();
    }
}
