package eu.nephele.webapp.app;

/** {@code import FILE --type T}: being built. */
final class ImportCommand {

    private ImportCommand() {}

    static int run(String[] arguments) {
        return 2;
    }
}
