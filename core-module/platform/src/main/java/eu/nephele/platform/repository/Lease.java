package eu.nephele.platform.repository;

/** A duty that one node at a time has, such as to keep a shared index. Whoever asks for it gets it when no living node has it. */
@FunctionalInterface
public interface Lease {

    /** For a repository that one process alone has open. */
    Lease ALWAYS = () -> true;

    /** Whether this node has it now. A node that lost touch with the others answers false before another can get it. */
    boolean isHeld();
}
