package eu.nephele.platform.definition.internal;

/**
 * A place in a file.
 *
 * @param file relative to the folder of modules, the module first
 * @param line counted from 1, 0 for the whole file
 * @param column counted from 1, 0 when unknown
 */
public record Place(String file, int line, int column) {

    public static Place wholeFile(String file) {
        return new Place(file, 0, 0);
    }
}
