package eu.nephele.platform.repository;

import org.apache.jackrabbit.oak.api.Blob;

/** A binary that is in the store already, for a save to give to a node. One that no save uses is freed by a compaction, a day later at the earliest. */
public final class StoredBinary {

    private final Blob blob;

    StoredBinary(Blob blob) {
        this.blob = blob;
    }

    Blob blob() {
        return blob;
    }

    /** In bytes. */
    public long size() {
        return blob.length();
    }
}
