package eu.nephele.api.problem;

/** How bad a problem is. SEVERE: the definition cannot be used; MAJOR: a part of it is left out; MINOR: it works, but read this. */
public enum Severity {
    SEVERE,
    MAJOR,
    MINOR
}
