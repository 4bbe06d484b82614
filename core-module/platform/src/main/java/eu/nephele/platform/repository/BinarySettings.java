package eu.nephele.platform.repository;

import java.nio.file.Path;

/** Where binaries lie that are too large to lie with the nodes. */
public sealed interface BinarySettings {

    /** A folder; with several nodes one that all of them share. */
    record Folder(Path path) implements BinarySettings {}
}
