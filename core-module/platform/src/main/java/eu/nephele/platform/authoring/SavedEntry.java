package eu.nephele.platform.authoring;

/** What a deed answers: where the entry is now, and the revision that the next save must name. */
public record SavedEntry(String id, String contentType, String path, long revision) {}
