package eu.nephele.platform.definition;

/**
 * The file of one definition.
 *
 * @param file with the module first: {@code demo/restEndpoints/delivery/kayaks_v2.yaml}
 * @param kind the folder: {@code restEndpoints}
 * @param path below that folder, without extension: {@code delivery/kayaks_v2}
 */
record DefinitionFile(String file, String module, String kind, String path) {

    /** Null for a file that lies directly in its module, or is no YAML. */
    static @org.jspecify.annotations.Nullable DefinitionFile of(String file) {
        var first = file.indexOf('/');
        var second = file.indexOf('/', first + 1);
        if (second < 0 || !SourceTree.isYaml(file)) {
            return null;
        }
        return new DefinitionFile(
                file,
                file.substring(0, first),
                file.substring(first + 1, second),
                file.substring(second + 1, file.lastIndexOf('.')));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
