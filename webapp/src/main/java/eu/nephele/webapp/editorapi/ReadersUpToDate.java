package eu.nephele.webapp.editorapi;

/** Waits, within a bound, until readers on this machine are answered by all that was published before the call. */
@FunctionalInterface
public interface ReadersUpToDate {

    void await();
}
